import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleTickets } from '../../electron/core/sample/sample-tickets.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import type { ReportPage } from '../../shared/ipc/report-schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { FIGURES, type FigureId } from '../../shared/report/figures.ts';
import { SHIPPED_TIERS } from '../../shared/sla/policy.ts';
import { foldTicket } from '../../shared/ticket/apply.ts';
import type { Ticket } from '../../shared/ticket/ticket.ts';
import { slowCases } from '../support/slow-report.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const LOG = resolve(import.meta.dirname, '../fixtures/servicenow-incident-log/incident_event_log_dev.csv');
const FILTER = { ...EMPTY_FILTER, view: 'all' } as const;

const [log, seeded] = [createWorld({ now: '2016-09-01T09:00:00Z' }), createWorld({ now: '2026-11-23T09:00:00Z' })];
const folder = tempFolder();

const importLog = (world: World, tierMapPath: string | null): Promise<unknown> =>
  world.core.imports.run(
    { paths: [LOG], profile: 'servicenow-log', zone: 'Europe/Paris', tierMapPath, levelMapPath: null },
    { signal: new AbortController().signal, onProgress: () => {} },
  );

/** The log says nothing of tiers: its callers get them in turn, so that there are promises to keep. */
const writeTiers = async (): Promise<string> => {
  const before = createWorld({ now: '2016-09-01T09:00:00Z' });
  await importLog(before, null);
  const names = before.core.customers.all().map(({ name }) => name);
  before.close();
  const path = join(folder, 'tiers.csv');
  const lines = names.toSorted().map((name, i) => `${name},${SHIPPED_TIERS[i % 4] ?? ''}`);
  writeFileSync(path, ['customer,tier', ...lines, ''].join('\n'));
  return path;
};

beforeAll(async () => {
  await importLog(log, await writeTiers());
  await seeded.core.imports.take(sampleTickets(instant('2026-11-23T09:00:00Z')));
  await seeded.core.imports.take(seedTickets({ count: 600, seed: 9, nowMs: instant('2026-11-23T09:00:00Z') }));
});
afterAll(() => {
  log.close();
  seeded.close();
});

const reportOf = (world: World, from: string, to: string): Promise<ReportPage> =>
  world.call('report:get', { fromMs: instant(from), toMs: instant(to), filter: FILTER, asOfMs: null, step: 'week' });

/** All cases of a period, ticket by ticket from the log. */
const slowly = (
  world: World,
  from: string,
  to: string,
  now: string,
  isIn: (ticket: Ticket) => boolean = () => true,
): Record<string, number[]> => {
  const all: Record<string, number[]> = {};
  for (const { events } of world.core.events.eachTicket()) {
    const ticket = foldTicket(events, instant(now));
    if (ticket === null || !isIn(ticket)) continue;
    const cases = slowCases(events, { fromMs: instant(from), toMs: instant(to), nowMs: instant(now) });
    for (const [figure, amounts] of Object.entries(cases)) (all[figure] ??= []).push(...amounts);
  }
  return all;
};

const nearestRank = (amounts: readonly number[], percent: number): number | undefined =>
  amounts.toSorted((a, b) => a - b)[Math.ceil((amounts.length * percent) / 100) - 1];

const told = (amounts: readonly number[], figure: FigureId): object => {
  const n = amounts.length;
  const sum = amounts.reduce((all, one) => all + one, 0);
  switch (FIGURES[figure].unit) {
    case 'count':
      return { n, value: n };
    case 'percent':
      return { n, count: sum, value: n < 5 ? null : (100 * sum) / n };
    case 'times':
      if (n === 0) return { n, value: null };
      return {
        ...{ n, value: nearestRank(amounts, 50) },
        ...{ p90: n < 5 ? null : nearestRank(amounts, 90), p95: n < 5 ? null : nearestRank(amounts, 95) },
      };
    default:
      return { value: sum };
  }
};

const PERIODS = [
  ['the real log, its third month', log, '2016-05-01T00:00:00Z', '2016-06-01T00:00:00Z', '2016-09-01T09:00:00Z'],
  ['the real log, all of it', log, '2016-01-01T00:00:00Z', '2017-01-01T00:00:00Z', '2016-09-01T09:00:00Z'],
  [
    'made-up tickets, a week in the past',
    seeded,
    '2026-11-09T11:00:00Z',
    '2026-11-16T05:30:00Z',
    '2026-11-23T09:00:00Z',
  ],
  [
    'made-up tickets, this month as far as it is',
    seeded,
    '2026-10-31T23:00:00Z',
    '2026-11-30T23:00:00Z',
    '2026-11-23T09:00:00Z',
  ],
] as const;

describe('a report says what the log says', () => {
  it.each(PERIODS)('of %s', { timeout: 300_000 }, async (_name, world, from, to, now) => {
    const { lines } = await reportOf(world, from, to);
    const cases = slowly(world, from, to, now);
    expect(Object.keys(cases).length).toBeGreaterThan(8);
    for (const [figure, { isOfTickets }] of Object.entries(FIGURES)) {
      if (!isOfTickets) continue;
      const line = lines.find((one) => one.figure === figure && one.by === null);
      expect({ figure, ...line }).toMatchObject({ figure, ...told(cases[figure] ?? [], figure as FigureId) });
    }
  });

  it('of the tickets that a filter lets through, and of no others', async () => {
    const [from, to, now] = ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', '2026-11-23T09:00:00Z'];
    const filter = { ...FILTER, tiers: ['gold', 'silver'], levels: ['L1'] } as const;
    const span = { fromMs: instant(from), toMs: instant(to), asOfMs: null };
    const { lines } = await seeded.call('report:get', {
      ...span,
      filter: { ...filter, tiers: [...filter.tiers], levels: [...filter.levels] },
    });
    const cases = slowly(
      seeded,
      from,
      to,
      now,
      ({ tier, level }) => ['gold', 'silver'].includes(tier) && level === 'L1',
    );
    expect(cases['opened']?.length).toBeGreaterThan(10);
    for (const [figure, { isOfTickets }] of Object.entries(FIGURES)) {
      const line = lines.find((one) => one.figure === figure && one.by === null);
      if (isOfTickets) expect({ figure, ...line }).toMatchObject(told(cases[figure] ?? [], figure as FigureId));
    }
  });
});
