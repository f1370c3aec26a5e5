import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { guessImport } from '../../../electron/core/import/guess-import.ts';
import { fixture } from './collect.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-guess-'));
afterAll(() => rmSync(folder, { recursive: true }));

const guess = async (paths: readonly string[], machineZone = 'UTC') =>
  (
    await guessImport(
      {
        ...{ paths, machineZone, nowMs: Date.UTC(2026, 11, 1), tiers: ['standard', 'bronze', 'silver', 'gold'] },
        ...{ savedFor: () => null, tierOf: () => undefined, levelOf: () => undefined },
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    )
  ).guess;
const guessText = (name: string, content: string | Buffer, machineZone?: string) => {
  writeFileSync(join(folder, name), content);
  return guess([join(folder, name)], machineZone);
};

describe('a guess', () => {
  it.each([
    ['servicenow-log', 'servicenow-incident-log/incident_event_log_dev.csv', 691, 'dayFirst', 'utf-8'],
    ['servicenow', 'formats/servicenow/incidents_REST.csv', 67, 'certain', 'utf-8'],
    ['freshdesk', 'formats/freshdesk/search_tickets.json', null, 'certain', 'utf-8'],
    ['zendesk', 'formats/zendesk/ticket_data.csv', null, 'certain', 'utf-8'],
    ['jira', 'exports/jira-search.json', 2, 'certain', 'utf-8'],
    ['jira', 'exports/jira-cloud-fr.csv', 2, 'certain', 'utf-8'],
    ['glpi', 'exports/glpi-en.csv', 2, 'certain', 'utf-8'],
    ['glpi', 'exports/glpi-fr.csv', 3, 'dayFirst', 'windows-1252'],
    ['zammad', 'exports/zammad-tickets.json', 2, 'certain', 'utf-8'],
    ['osticket', 'exports/osticket.csv', 2, 'monthFirst', 'utf-8'],
    ['generic', 'traps/spanish.csv', null, null, null],
  ] as const)('says %s of %s', async (profile, path, tickets, order, encoding) => {
    const told = await guess([fixture(path)]);
    expect(told.profile.value).toBe(profile);
    expect(told.profile.confidence).toBeGreaterThan(profile === 'generic' ? 0.3 : 0.7);
    expect(told.profile.evidence.length).toBeGreaterThan(0);
    if (tickets !== null) expect(told.tickets).toBe(tickets);
    if (order !== null) expect(told.dateOrder.value).toBe(order);
    if (encoding !== null) expect(told.files[0]?.encoding.value).toBe(encoding);
  });

  it('says nothing of what is no export, and why not', async () => {
    const told = await guess([fixture('exports/not-contacts.csv')]);
    expect(told).toMatchObject({ profile: { value: null, confidence: 0 }, tickets: 0 });
    expect(told.files[0]?.columns.map(({ kind }) => kind)).toContain('time');
  });

  it('says that dates are ambiguous, unless one order would put them into the future', async () => {
    const table = (day: string) => `Ticket,Opened,Status\nA-1,${day},Open\n`;
    expect((await guessText('open.csv', table('03/04/2026'))).dateOrder.value).toBe('ambiguous');
    const future = await guessText('future.csv', table('11/12/2026'));
    expect(future).toMatchObject({ dateOrder: { value: 'monthFirst' }, mapping: { dayOrder: 'monthFirst' } });
  });

  it('tells MacRoman and its line ends from windows-1252', async () => {
    // Numéro;Créé le;État / A;02/03/2026;Résolu, with é as 8e and É as 83.
    const text =
      'Num\u008ero;Cr\u008e\u008e le;\u0083tat\rA-1;25/03/2026 09:00;R\u008esolu\rA-2;26/03/2026 09:00;Cl\u0099tur\u008e\r';
    const told = await guessText('mac.csv', Buffer.from(text, 'latin1'));
    expect(told.files[0]).toMatchObject({ encoding: { value: 'macroman' }, delimiter: { value: ';' }, rows: 2 });
    expect(told.values.states.map(({ text: state, means }) => [state, means])).toEqual([
      ['Résolu', 'resolved'],
      ['Clôturé', 'closed'],
    ]);
  });

  it('proposes what values may mean, by the words in them', async () => {
    const rows = ['Acme;Or;Support N2;Chez le fournisseur en attente', 'Beta;Argent;Helpdesk;Qualification'];
    const told = await guessText(
      'values.csv',
      `Ticket;Ouvert le;Client;Contrat;Groupe;Statut\n${rows.map((row, i) => `T-${i};25/03/2026;${row}`).join('\n')}\n`,
    );
    expect(told.values.states.map(({ means, by }) => [means, by])).toEqual([
      ['waitingVendor', 'proposal'],
      ['active', 'proposal'],
    ]);
    expect(told.values.levels.map(({ text, means }) => [text, means])).toEqual([
      ['Support N2', 'L2'],
      ['Helpdesk', 'L1'],
    ]);
    expect(told.values.tiers.map(({ text, means }) => [text, means])).toEqual([
      ['Acme', 'gold'],
      ['Beta', 'silver'],
    ]);
  });

  it('names zones, the likeliest first: a time that does not exist in one speaks against it', async () => {
    const table = (time: string) => `Numéro;Ouvert le;Statut\nA-1;${time};Nouveau\n`;
    expect((await guessText('fr.csv', table('25/03/2026 09:00'), 'Asia/Tokyo')).zone.candidates[0]?.zone).toBe(
      'Europe/Paris',
    );
    const gap = await guessText('gap.csv', table('29/03/2026 02:30'), 'UTC');
    expect(gap.zone.candidates[0]?.zone).toBe('UTC');
    expect((await guess([fixture('exports/zammad-tickets.json')])).zone).toMatchObject({ untold: 0 });
    expect(
      (await guess([fixture('servicenow-incident-log/incident_event_log_dev.csv')], 'Europe/Paris')).zone.candidates[0]
        ?.zone,
    ).toBe('UTC');
  });

  it('knows a header again in another order of columns', async () => {
    const one = await guessText('one.csv', 'Ticket,Opened,Status\nA,2026-03-02,Open\n');
    const two = await guessText('two.csv', 'status;ticket;OPENED\nOpen;A;2026-03-02\n');
    expect(one.files[0]?.fingerprint).toBe(two.files[0]?.fingerprint);
  });
});
