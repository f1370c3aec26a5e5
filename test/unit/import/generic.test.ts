import { describe, expect, it } from 'vitest';
import { byReference, collect, folded, issuesOf, openingOf, toldOf } from './collect.ts';

describe('encodings and delimiters', () => {
  it('reads a French table with semicolons in windows-1252', async () => {
    const read = await collect('auto', ['traps/french-semicolon-1252.csv'], { zone: 'Europe/Paris' });
    expect([read.profile, read.files]).toEqual([
      'generic',
      [{ name: 'french-semicolon-1252.csv', format: 'csv', encoding: 'windows-1252', delimiter: ';', rows: 4 }],
    ]);
    expect(issuesOf([...read.errors, ...read.warnings])).toEqual([]);
    expect(toldOf(read, 'T-1')).toEqual([
      '2026-02-03T07:15 opened P1',
      '2026-02-03T09:45 resolved',
      '2026-02-05T08:00 closed',
    ]);
    expect(folded(read, 'T-1')).toMatchObject({
      title: 'Accès refusé à la console',
      customer: "Société Générale d'Électricité",
      group: 'Réseau',
      assignee: 'Zoé Léger',
      requester: 'Hélène',
      state: 'closed',
    });
    expect(folded(read, 'T-2')).toMatchObject({
      customer: 'Bœuf & Fils',
      state: 'active',
      priority: 'P2',
      assignee: null,
    });
    expect(toldOf(read, 'T-3')).toEqual(['2026-03-01T08:05 opened P3', '2026-03-02T10:20 paused']);
    expect(folded(read, 'T-3').title).toBeNull();
    expect(folded(read, 'T-4')).toMatchObject({
      title: 'Question de facture — 12 €',
      customer: 'Unknown',
      priority: 'P4',
    });
  });

  it('reads tabs in UTF-16, with a mark', async () => {
    const read = await collect('auto', ['traps/tab-utf16le.txt']);
    expect(read.files[0]).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', rows: 2 });
    expect(folded(read, '9001')).toMatchObject({
      title: 'Tape drive "7" fails',
      customer: 'Åström AB',
      priority: 'P2',
    });
    expect(folded(read, '9002')).toMatchObject({ title: 'Пароль', customer: 'Норд', state: 'resolved' });
    expect(toldOf(read, '9001')[0]).toBe('2026-02-03T07:15 opened P2');
    const big = await collect('generic', ['traps/utf16be.csv']);
    expect([big.files[0]?.encoding, folded(big, 'B-2').state]).toEqual(['utf-16be', 'resolved']);
  });

  it('reads a mark, CRLF and columns in any order', async () => {
    const read = await collect('auto', ['traps/bom-crlf-shuffled.csv']);
    expect(read.files[0]).toMatchObject({ encoding: 'utf-8', delimiter: ',' });
    expect(toldOf(read, 'S-1')).toEqual([
      '2026-02-03T08:00 opened P1',
      '2026-02-03T12:00 resolved',
      '2026-02-03T12:00 closed',
    ]);
    expect(folded(read, 'S-2')).toMatchObject({ title: 'Mail slow', priority: 'P3', state: 'new' });
  });

  it('puts right what was UTF-8 and was read as something else, and says so once', async () => {
    const read = await collect('generic', ['traps/mojibake.csv']);
    expect(folded(read, 'J-1')).toMatchObject({ title: 'Accès refusé à l’écran', customer: 'Société' });
    expect(folded(read, 'J-2').title).toBe('Déjà vu');
    expect(read.warnings.filter(({ reason }) => reason.includes('windows-1252'))).toHaveLength(1);
  });
});

describe('headers', () => {
  it('in Spanish', async () => {
    const read = await collect('auto', ['traps/spanish.csv']);
    expect(toldOf(read, 'E-1')).toEqual([
      '2026-07-18T09:10 opened P1',
      '2026-07-18T11:00 resolved',
      '2026-07-19T08:00 closed',
    ]);
    expect(folded(read, 'E-2')).toMatchObject({
      state: 'active',
      priority: 'P2',
      customer: 'Nórdica',
      group: 'Correo',
    });
  });

  it('of Jira, with its times', async () => {
    const read = await collect('auto', ['traps/jira.csv']);
    expect(toldOf(read, 'OPS-1')).toEqual([
      '2026-07-18T09:10 opened P1',
      '2026-07-18T09:20 commented',
      '2026-07-18T12:30 resolved',
    ]);
    expect(toldOf(read, 'OPS-2')).toEqual(['2026-07-18T23:59 opened P3', '2026-07-20T08:00 paused']);
    expect(folded(read, 'OPS-2')).toMatchObject({ title: 'Printer, again', requester: 'bob', category: null });
    expect(folded(read, 'OPS-1').category).toBe('incident');
  });

  it('that occur twice', async () => {
    const read = await collect('generic', ['traps/duplicate-headers.csv']);
    expect(folded(read, 'D-1')).toMatchObject({ customer: 'Acme', state: 'new' });
    expect(folded(read, 'D-2')).toMatchObject({ customer: 'Beta', state: 'waitingCustomer' });
  });
});

describe('missing and unreadable values', () => {
  it('cost their line, or are left unknown', async () => {
    const read = await collect('generic', ['traps/missing-and-floats.csv'], { tiers: { Acme: 'gold' } });
    expect(issuesOf(read.errors)).toEqual([
      '4: has no number, so it belongs to no ticket',
      '5: 1004301: does not tell when the ticket was opened',
      "6: 1004302: opened '31/31/2026' is not a time from 1970 to 2099 that Vigie can read",
      "7: 1004303: opened '1950-01-01 00:00' is not a time from 1970 to 2099 that Vigie can read",
      "8: 1004304: opened '2098-01-01 00:00' is in the future",
    ]);
    expect(issuesOf(read.warnings)).toEqual([
      "9: state 'Frobnicated' is not one that Vigie knows; the ticket's condition was left as it was",
      "9: priority 'Purple' is not one that Vigie knows; left unknown",
      "10: resolved '2098-01-01 00:00' is in the future; kept as given",
      '13: 1004299 stands on line 3 already; the later line was taken',
    ]);
    expect(read.tickets.map((ticket) => ticket.reference)).toEqual(['1004298', '1004299', '1004305', '1004306']);
    expect(openingOf(byReference(read, '1004298'))).toMatchObject({
      ...{
        title: null,
        priority: null,
        customer: 'Unknown',
        tier: 'standard',
        level: 'L1',
        assignee: null,
        group: null,
      },
    });
    expect(folded(read, '1004299')).toMatchObject({
      customer: 'Acme',
      tier: 'gold',
      state: 'resolved',
      assignee: 'ann',
    });
    expect(folded(read, '1004305')).toMatchObject({ state: 'new', priority: null });
  });

  it('leave the end of a ticket in order', async () => {
    const read = await collect('generic', ['traps/closed-before-resolved.csv']);
    expect(toldOf(read, 'C-1')).toEqual([
      '2026-02-03T08:00 opened P1',
      '2026-02-03T10:00 resolved',
      '2026-02-03T10:00 closed',
    ]);
    expect(toldOf(read, 'C-2')).toEqual(toldOf(read, 'C-1'));
    expect(toldOf(read, 'C-3')).toEqual(['2026-02-03T08:00 opened P1', '2026-02-03T09:00 resolved']);
    expect(toldOf(read, 'C-4')[1]).toBe('2026-02-03T08:00 resolved');
    expect(toldOf(read, 'C-5')).toEqual(['2026-02-03T08:00 opened P1']);
    expect(issuesOf(read.warnings)).toEqual([
      '2: C-1: closed before it was resolved; taken as resolved when it was closed',
      '5: C-4: something happened to it before it was opened; taken as at its opening',
      '6: C-5: is open, yet has an end; the end was left out, because nothing tells when the ticket was reopened',
    ]);
  });
});

describe('day and month', () => {
  it('month first, where the column says so', async () => {
    const read = await collect('generic', ['traps/month-first.csv']);
    expect(toldOf(read, 'A-1')).toEqual(['2026-02-03T08:15 opened null', '2026-02-13T13:30 resolved']);
    expect(read.warningCount).toBe(0);
  });

  it('warns where nothing tells, and where they are mixed', async () => {
    const undecided = await collect('generic', ['traps/undecided.csv']);
    expect(toldOf(undecided, 'U-1')).toEqual(['2026-03-02T08:15 opened null']);
    expect(issuesOf(undecided.warnings)).toEqual([
      "1: the times of 'opened' do not tell whether day or month comes first; the day was taken as first",
    ]);
    const mixed = await collect('generic', ['traps/mixed-order.csv']);
    expect(['X-1', 'X-2', 'X-3'].map((reference) => toldOf(mixed, reference)[0]?.slice(0, 10))).toEqual([
      ...['2026-03-25', '2026-03-25', '2026-05-04'],
    ]);
    expect(mixed.warningCount).toBe(1);
  });
});

describe('tables of updates', () => {
  it('become histories, in the order of time', async () => {
    const read = await collect('auto', ['traps/event-log.csv']);
    expect(read.profile).toBe('generic');
    expect(byReference(read, 'Case 1').coverage).toBe('history');
    expect(toldOf(read, 'Case 1')).toEqual([
      '2012-10-09T14:50 opened null',
      '2012-10-09T14:51 activated',
      '2012-10-12T15:02 assigned L1 null Value 2',
      '2012-10-12T15:02 resolved',
      '2012-10-25T11:54 closed',
    ]);
    expect(folded(read, 'Case 1').state).toBe('closed');
  });

  it('read the finer of two states, and offsets', async () => {
    const read = await collect('auto', ['traps/wait-codes.csv'], { levels: { 'V5 3rd': 'L3' } });
    expect(read.files[0]?.delimiter).toBe(';');
    expect(toldOf(read, '1-364285768')).toEqual([
      '2010-03-31T15:59 opened null',
      '2010-03-31T15:59 activated',
      '2010-04-01T09:00 paused',
      '2010-04-02T08:00 assigned L3 V5 3rd null',
      '2010-04-02T08:00 resumed',
      '2010-04-02T09:45 resolved',
      '2010-04-02T09:45 closed',
    ]);
  });
});

it('reads JSON records, whose numbers are instants in columns of times only', async () => {
  const read = await collect('auto', ['traps/epoch.json']);
  expect([read.profile, read.files[0]?.format]).toEqual(['generic', 'json']);
  expect(toldOf(read, '17')).toEqual([
    '2026-02-03T08:15 opened P2',
    '2026-02-03T09:15 resolved',
    '2026-02-03T09:15 closed',
  ]);
});
