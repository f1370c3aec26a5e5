import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { profileById } from '../../../shared/import/profiles.ts';
import { byReference, collect, folded, issuesOf, openingOf, toldOf } from './collect.ts';

describe('Jira', () => {
  it('tells histories and comments with their own instants, and takes the rest as it stands', async () => {
    const read = await collect('auto', ['exports/jira-search.json']);
    expect(read.profile).toBe('jira');
    expect(toldOf(read, 'OPS-1')).toEqual([
      '2026-03-02T08:00 opened P3',
      '2026-03-02T08:05 priorityChanged P1',
      '2026-03-02T08:10 commented',
      '2026-03-02T08:20 activated',
      '2026-03-02T08:20 assigned L1 Operations Ann',
      '2026-03-02T08:30 commented',
      '2026-03-02T08:30 responded',
      '2026-03-02T10:00 paused',
      '2026-03-03T09:00 resolved',
    ]);
    expect(folded(read, 'OPS-1')).toMatchObject({ customer: 'Acme', requester: 'Bob', category: 'incident' });
    const comments = byReference(read, 'OPS-1').events.filter((event) => event.kind === 'commented');
    expect(comments).toMatchObject([
      { isPublic: false, text: 'internal' },
      { isPublic: true, text: 'We are on it.\nAnn' },
    ]);
    // A status of the desk's own is read by its category.
    expect(toldOf(read, 'OPS-2')).toEqual(['2026-03-02T09:00 opened P4', '2026-03-02T11:00 activated']);
    expect(openingOf(byReference(read, 'OPS-2')).customer).toBe('Unknown');
    expect(issuesOf(read.warnings)).toEqual([]);
  });

  it('is read from its French list of issues', async () => {
    const read = await collect('auto', ['exports/jira-cloud-fr.csv'], { zone: 'Europe/Paris' });
    expect(read.profile).toBe('jira');
    expect(toldOf(read, 'AIDE-1')).toEqual([
      '2026-03-02T08:10 opened P1',
      '2026-03-02T08:20 commented',
      '2026-03-02T09:00 commented',
      '2026-03-02T10:00 paused',
    ]);
    expect(toldOf(read, 'AIDE-2')).toEqual(['2026-03-02T13:00 opened P4', '2026-03-03T07:00 resolved']);
  });
});

describe('GLPI', () => {
  it('is read in English', async () => {
    const read = await collect('auto', ['exports/glpi-en.csv']);
    expect(read.profile).toBe('glpi');
    expect(read.errors).toEqual([]);
    expect(folded(read, '1234')).toMatchObject({
      ...{ state: 'active', priority: 'P1', customer: 'Acme', requester: 'Bob Roe, Eve Doe', group: 'Support N2' },
    });
    expect(toldOf(read, '1235')).toEqual([
      '2026-03-01T14:00 opened P4',
      '2026-03-02T16:00 resolved',
      '2026-03-09T08:00 closed',
    ]);
    expect(folded(read, '1235').customer).toBe('Unknown');
  });

  it('is read in French, in windows-1252', async () => {
    const read = await collect('auto', ['exports/glpi-fr.csv'], { zone: 'Europe/Paris' });
    expect(read.profile).toBe('glpi');
    expect(toldOf(read, '88')).toEqual(['2026-03-25T08:00 opened P1', '2026-03-25T09:15 paused']);
    expect(folded(read, '88')).toMatchObject({ customer: 'Société Éclair > Lyon', title: 'Accès refusé' });
    expect(folded(read, '89')).toMatchObject({ state: 'active', priority: 'P4' });
    expect(folded(read, '90')).toMatchObject({ state: 'resolved', priority: 'P3' });
  });
});

describe('Zammad', () => {
  const FILES = ['zammad-articles', 'zammad-history', 'zammad-tickets'].map((name) => `exports/${name}.json`);

  it('tells what its history and articles tell, in whatever order the files come', async () => {
    const read = await collect('auto', FILES);
    expect(read.profile).toBe('zammad');
    expect(toldOf(read, '53001')).toEqual([
      '2026-03-02T08:00 opened P4',
      '2026-03-02T08:00 commented',
      '2026-03-02T08:00 commented',
      '2026-03-02T08:20 activated',
      '2026-03-02T08:20 assigned L1 Support Ann Low',
      '2026-03-02T08:30 commented',
      '2026-03-02T08:30 responded',
      '2026-03-02T09:00 paused',
      '2026-03-02T09:30 priorityChanged P3',
      '2026-03-02T12:00 resumed',
      '2026-03-03T09:00 resolved',
      '2026-03-03T09:00 closed',
    ]);
    const comments = byReference(read, '53001').events.filter((event) => event.kind === 'commented');
    expect(comments.at(-1)).toMatchObject({ author: 'Ann Low', text: 'Looking & asking\nAnn' });
    expect((await collect('auto', [...FILES].reverse())).tickets.length).toBe(read.tickets.length);
  });

  it('tells how tickets stand where there is no history; removed ones are left out', async () => {
    const read = await collect('auto', ['exports/zammad-tickets.json']);
    expect(toldOf(read, '53002')).toEqual(['2026-03-02T08:00 opened P2', '2026-03-02T10:00 paused']);
    expect(folded(read, '53002')).toMatchObject({ assignee: null, customer: 'Acme' });
    expect(read.tickets.map(({ reference }) => reference)).toEqual(['53001', '53002']);
    expect(issuesOf(read.warnings)).toEqual(['3: 53003 was deleted where it comes from; left out']);
  });
});

it('osTicket is read, its months first where its values say so', async () => {
  const read = await collect('auto', ['exports/osticket.csv']);
  expect(read.profile).toBe('osticket');
  expect(toldOf(read, '100001')).toEqual(['2026-03-25T09:00 opened P1']);
  expect(toldOf(read, '100002')).toEqual([
    '2026-03-02T14:00 opened P3',
    '2026-03-04T08:00 resolved',
    '2026-03-04T08:00 closed',
  ]);
  expect(folded(read, '100002')).toMatchObject({ group: 'Level 2', requester: 'Eve Doe' });
});

it.each([
  ...[
    'exports/not-contacts.csv',
    'exports/not-bank.csv',
    'exports/not-weather.json',
    'servicenow-incident-log/EXPECTED.json',
  ],
])('%s is not recognised', async (path) => {
  await expect(collect('auto', [path])).rejects.toMatchObject({ code: 'import/unknown-format' });
});

it.each(['jira', 'glpi', 'osticket', 'servicenow', 'zendesk', 'freshdesk'] as const)(
  'a state called as what every object has means nothing to %s',
  (profile) => {
    const read: string[] = [];
    const reader = profileById(profile).createReader({
      ...{ zone: compileZone('UTC'), tierOf: () => undefined, levelOf: () => undefined, nowMs: Date.UTC(2026, 11) },
      ...{ onError: () => undefined, onWarning: () => undefined },
      onValue: (_kind, text, means) => void read.push(`${text}=${means}`),
    });
    const columns = profileById(profile).columns;
    const names = [columns?.reference[0] ?? '', columns?.opened[0] ?? '', columns?.state[0] ?? ''];
    const intake = reader.open('a.csv', { kind: 'table', names });
    if (intake.kind !== 'rows') throw new Error('not read');
    intake.take(['1', '2026-03-02 09:00', 'constructor'], 2);
    expect([...reader.finish()]).toHaveLength(1);
    expect(read).toEqual(['constructor=null']);
  },
);
