import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './ask.ts';
import { chooseFiles, expect, type Console } from './app.ts';

/** A P1 of one gold customer, whose clock runs day and night. */
export type GoldP1 = { readonly reference: string; readonly openedAtMs: number; readonly resolvedAtMs?: number };

const instantText = (ms: number | undefined): string => (ms === undefined ? '' : new Date(ms).toISOString());

/** Imports tickets of their own source as the dialog does, and says that all of them are new. */
export const importGoldP1s = async (
  { app, page }: Console,
  userData: string,
  tickets: readonly GoldP1[],
): Promise<void> => {
  const choose = async (name: string, text: string, purpose: 'export' | 'tier-map'): Promise<string> => {
    const path = join(userData, name);
    writeFileSync(path, text);
    await chooseFiles(app, [path]);
    const chosen = await ask(page, 'import:choose-files', { purpose });
    return chosen?.selectionId ?? '';
  };
  const lines = tickets.map(({ reference, openedAtMs, resolvedAtMs }) => {
    const state = resolvedAtMs === undefined ? 'open' : 'resolved';
    const instants = [instantText(openedAtMs), instantText(resolvedAtMs)];
    return [reference, `Portal ${reference} down`, 'Nordlys', 'P1', state, ...instants].join(',');
  });
  const text = ['Reference,Title,Customer,Priority,State,Opened at,Resolved at', ...lines, ''].join('\n');
  const selectionId = await choose('tickets.csv', text, 'export');
  const tierMapId = await choose('tiers.csv', 'customer,tier\nNordlys,gold\n', 'tier-map');
  const zone = 'Europe/Paris';
  const report = await ask(page, 'import:run', { selectionId, profile: 'generic', zone, tierMapId, levelMapId: null });
  expect(report.tickets.new, JSON.stringify(report)).toBe(tickets.length);
};
