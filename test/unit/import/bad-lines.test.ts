import { expect, it } from 'vitest';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { profileById } from '../../../shared/import/profiles.ts';
import type { ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { told } from './collect.ts';

const read = (profile: ImportProfile, header: string, ...rows: readonly string[]) => {
  const errors: string[] = [];
  const warnings: string[] = [];
  const reader = profileById(profile).createReader({
    zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
    tierOf: () => undefined,
    levelOf: () => undefined,
    nowMs: Date.UTC(2026, 5, 1),
    onError: ({ line, reason }) => errors.push(`${line}: ${reason}`),
    onWarning: ({ line, reason }) => warnings.push(`${line}: ${reason}`),
  });
  const intake = reader.open('x.csv', { kind: 'table', names: header.split(',') });
  if (intake.kind !== 'rows') throw new Error(intake.kind);
  rows.forEach((row, index) => intake.take(row.split(','), index + 2));
  const tickets = [...reader.finish()].filter((ticket): ticket is ImportedTicket => ticket !== null);
  return { tickets, errors, warnings, events: tickets.map((ticket) => ticket.events.map(told)) };
};

it('a bad later line does not take the earlier one with it', () => {
  const { tickets, errors } = read('generic', 'number,opened,title', 'A,2026-01-01,first', 'A,never,second');
  expect(foldTicket(tickets[0]?.events ?? [])?.title).toBe('first');
  expect(errors).toEqual(["3: A: opened 'never' is not a time from 1970 to 2099 that Vigie can read"]);
});

it('an update in the future is kept, an opening in the future is not', () => {
  const header = 'number,incident_state,sys_updated_at,opened_at';
  const { events, errors, warnings } = read(
    'servicenow-log',
    header,
    'A,New,1/1/2026 08:00,1/1/2026 08:00',
    'A,Closed,1/1/2030 08:00,1/1/2026 08:00',
    'B,New,1/1/2030 08:00,1/1/2030 08:00',
  );
  expect(events).toEqual([
    [
      '2026-01-01T08:00 opened null',
      '2030-01-01T08:00 responded',
      '2030-01-01T08:00 resolved',
      '2030-01-01T08:00 closed',
    ],
  ]);
  expect(warnings).toEqual(["3: updated '1/1/2030 08:00' is in the future; kept as given"]);
  expect(errors).toEqual(["4: B: opened '1/1/2030 08:00' is in the future"]);
});

it('an opening that one row of a log tells wrongly is taken from another', () => {
  const { events, warnings } = read(
    'servicenow-log',
    'number,incident_state,sys_updated_at,opened_at',
    'A,New,1/1/2026 08:10,32/1/2026 08:00',
    'A,Active,1/1/2026 08:20,1/1/2026 08:00',
    'A,?,1/1/2026 08:30,?',
  );
  expect(events).toEqual([['2026-01-01T08:00 opened null', '2026-01-01T08:20 responded']]);
  expect(warnings).toEqual([
    "2: A: opened '32/1/2026 08:00' is not a time from 1970 to 2099 that Vigie can read; another row's was taken",
  ]);
});

it('rows of one ticket in two files are one history', () => {
  const reader = profileById('servicenow-log').createReader({
    zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
    tierOf: () => undefined,
    levelOf: () => undefined,
    nowMs: Date.UTC(2026, 5, 1),
    onError: () => undefined,
    onWarning: () => undefined,
  });
  for (const row of ['A,Closed,2/1/2026 08:00,1/1/2026 08:00', 'A,Active,1/1/2026 09:00,1/1/2026 08:00']) {
    const names = 'number,incident_state,sys_updated_at,opened_at'.split(',');
    const intake = reader.open(`${row}.csv`, { kind: 'table', names });
    if (intake.kind === 'rows') intake.take(row.split(','), 2);
  }
  expect([...reader.finish()].map((ticket) => ticket?.events.map(told))).toEqual([
    [
      '2026-01-01T08:00 opened null',
      '2026-01-01T09:00 responded',
      '2026-01-02T08:00 resolved',
      '2026-01-02T08:00 closed',
    ],
  ]);
});
