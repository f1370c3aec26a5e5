import { beforeAll, describe, expect, it } from 'vitest';
import type { Collected } from '../../../electron/core/import/collect-tickets.ts';
import { zendesk } from '../../../shared/import/zendesk.ts';
import { byReference, collect, folded, issuesOf, toldOf } from './collect.ts';

const TABLES = [
  ...[
    'brand',
    'group',
    'organization',
    'schedule',
    'schedule_holiday',
    'sla_policy_metric_history',
    'ticket_comment',
    'ticket',
  ],
  ...['ticket_field_history', 'ticket_schedule', 'ticket_sla_policy', 'ticket_tag', 'user'],
].map((name) => `formats/zendesk/${name}_data.csv`);

describe("Zendesk's tables", () => {
  let all: Collected;
  beforeAll(async () => {
    all = await collect('auto', TABLES);
  });

  it('recognises them together, and leaves out those that tell nothing of a life', () => {
    expect(all.profile).toBe('zendesk');
    const unused = all.warnings.filter(({ reason }) => reason.startsWith('holds nothing')).map(({ file }) => file);
    expect(unused).toEqual([
      'brand_data.csv',
      'schedule_data.csv',
      'schedule_holiday_data.csv',
      'sla_policy_metric_history_data.csv',
      'ticket_schedule_data.csv',
      'ticket_sla_policy_data.csv',
      'ticket_tag_data.csv',
    ]);
  });

  it('rebuilds a ticket from its field history: pending pauses, on-hold does not, medium is normal', () => {
    expect(byReference(all, '11071').coverage).toBe('history');
    expect(toldOf(all, '11071')).toEqual([
      '2020-08-28T18:06 opened P3',
      '2020-08-28T18:06 activated',
      '2020-08-29T11:01 paused',
      '2020-09-02T11:01 resumed',
      '2020-09-02T11:01 awaited vendor',
      '2020-09-05T11:01 paused',
      '2020-09-15T11:01 resumed',
      '2020-09-30T11:01 paused',
      '2020-10-01T11:01 resumed',
      '2020-10-01T11:01 awaited vendor',
      '2020-10-15T11:01 priorityChanged P2',
      '2020-10-15T11:01 activated',
      '2020-10-17T11:01 awaited vendor',
      '2020-10-20T11:01 paused',
      '2020-11-02T11:01 priorityChanged P1',
      '2020-11-02T11:01 resumed',
      '2020-11-14T11:01 resolved',
      '2020-11-15T11:01 closed',
    ]);
    expect(folded(all, '11071')).toMatchObject({
      assignee: 'Arthur Agent',
      requester: 'Earnest End User',
      language: 'en-US',
      customer: '370297696174',
    });
  });

  it('takes a ticket without history as it stands, and says what that leaves open', () => {
    expect(byReference(all, '14173').coverage).toBe('snapshot');
    expect(toldOf(all, '14173')).toEqual([
      '2020-10-28T12:03 opened null',
      '2020-11-11T17:01 resolved',
      '2020-11-11T17:01 closed',
    ]);
    expect(issuesOf(all.warnings)).toContain(
      '4: 14173: is closed, and nothing tells since when; taken as resolved when it was last updated',
    );
  });

  it('leaves out what was deleted, and reports it', () => {
    expect(all.tickets.map((ticket) => ticket.reference)).not.toContain('1595');
    expect(issuesOf(all.warnings)).toContain('2: 1595 was deleted where it comes from; left out');
  });

  it('reports a history whose ticket is nowhere, once a ticket', () => {
    const lost = all.errors.filter(({ reason }) => reason.includes('ticket 102,'));
    expect(issuesOf(lost)).toEqual(['28: belongs to ticket 102, which no file tells; left out']);
  });

  it('does not depend on the order of the files', async () => {
    const reversed = await collect('zendesk', TABLES.toReversed());
    expect(reversed.tickets).toEqual(all.tickets);
  });
});

const readTables = (tables: Readonly<Record<string, string>>) => {
  const issues: string[] = [];
  const add = ({ line, reason }: { readonly line: number; readonly reason: string }): void => {
    issues.push(`${line}: ${reason}`);
  };
  const reader = zendesk.createReader({
    zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
    tierOf: () => undefined,
    levelOf: () => undefined,
    nowMs: Date.UTC(2026, 5, 1),
    onError: add,
    onWarning: add,
  });
  for (const [name, text] of Object.entries(tables)) {
    const [names = [], ...rows] = text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','));
    const intake = reader.open(name, { kind: 'table', names });
    if (intake.kind !== 'rows') throw new Error(intake.kind);
    rows.forEach((cells, index) => intake.take(cells, index + 2));
  }
  const tickets = [...reader.finish()].flatMap((ticket) => ticket ?? []);
  return {
    profile: 'zendesk',
    files: [],
    rows: 0,
    tickets,
    errors: [],
    warnings: [],
    errorCount: 0,
    warningCount: 0,
    issues,
  } as const;
};

const TICKET = `id,subject,status,priority,created_at,updated_at,requester_id,submitter_id,assignee_id
1,S,open,high,2026-01-01 08:00:00,2026-01-02 08:00:00,9,9,7`;
const USERS = `id,name,role
7,Ann,agent
9,Bob,end-user`;

describe('comments', () => {
  it('answer the customer where an agent wrote in public after the opening', () => {
    const read = readTables({
      ticket: TICKET,
      comment: `id,body,created,public,ticket_id,user_id
        1,opening,2026-01-01 08:00:00,TRUE,1,7
        2,me too,2026-01-01 08:01:00,TRUE,1,9
        3,note,2026-01-01 08:02:00,FALSE,1,7
        4,answer,2026-01-01 08:03:00,TRUE,1,7`,
      user: USERS,
    });
    expect(toldOf({ ...read, tickets: [...read.tickets], files: [], errors: [], warnings: [] }, '1')).toEqual([
      '2026-01-01T08:00 opened P2',
      '2026-01-01T08:00 commented',
      '2026-01-01T08:01 commented',
      '2026-01-01T08:02 commented',
      '2026-01-01T08:03 commented',
      '2026-01-01T08:03 responded',
    ]);
  });
});

describe('field history', () => {
  it('warns of values that are not the product’s own, and is ended by the ticket’s own row', () => {
    const read = readTables({
      ticket: TICKET.replace('open', 'solved'),
      history: `field_name,ticket_id,updated,value
        status,1,2026-01-01 09:00:00,open
        priority,1,2026-01-01 09:00:00,solved
        status,1,2026-01-01 10:00:00,frozen
        assignee_id,1,2026-01-01 11:00:00,7
        status,1,never,open`,
      user: USERS,
    });
    expect(toldOf({ ...read, tickets: [...read.tickets], files: [], errors: [], warnings: [] }, '1')).toEqual([
      '2026-01-01T08:00 opened null',
      '2026-01-01T09:00 activated',
      '2026-01-01T11:00 assigned L1 null Ann',
      '2026-01-02T08:00 resolved',
    ]);
    expect(read.issues.toSorted()).toEqual([
      "3: priority 'solved' is not one that Vigie knows; left unknown",
      "4: state 'frozen' is not one that Vigie knows; the ticket's condition was left as it was",
      "6: updated 'never' is not a time from 1970 to 2099 that Vigie can read",
    ]);
  });
});

describe('JSON, one ticket a line', () => {
  it('costs a damaged line only that line', async () => {
    const lines = await collect('auto', ['traps/zendesk-lines.json']);
    expect(lines.profile).toBe('zendesk');
    expect(lines.tickets.map((ticket) => ticket.reference)).toEqual(['1', '3']);
    expect(issuesOf(lines.errors)).toEqual(['2: is no record of Zendesk that Vigie knows']);
    expect(folded(lines, '1')).toMatchObject({ state: 'active', channel: 'web', priority: 'P1' });
    expect(folded(lines, '3').state).toBe('waitingVendor');
    expect(toldOf(lines, '1')).toContain('2026-02-03T08:00 commented');
  });
});

describe('an exported view', () => {
  it('is recognised by its headers', () => {
    const names = [
      'Summation column',
      'Id',
      'Requester',
      'Assignee',
      'Group',
      'Subject',
      'Status',
      'Priority',
      'Created at',
      'Updated at',
      'Solved at',
    ];
    expect(zendesk.recognise({ kind: 'table', names })).toBeGreaterThan(0.6);
  });
});
