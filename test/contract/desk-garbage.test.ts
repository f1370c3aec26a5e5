import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallName } from '../../shared/ipc/contract.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { BY_DUE, CALL, codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld } from '../support/world.ts';

const world = createWorld();
const desk = deskOf(world);
beforeAll(async () => {
  await desk.open();
});
afterAll(world.close);

const ID = '0190a0a0-0000-7000-8000-000000000000';
const events = () => world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();

const LINE = 'x'.repeat(401);
const TEXT = 'x'.repeat(20_001);
const target = { id: 1, expectedVersion: null };
const note = { kind: 'note', text: 'x' };
const order = (part: object) => ({ targets: [target], commands: [note], ...part });
const command = (part: object) => order({ commands: [part] });
const wait = { kind: 'waitForCustomer', reason: 'x', wakeAtMs: null, remindAtMs: null };
const prio = { kind: 'changePriority', priority: 'P1', impact: null, urgency: null, reason: 'x' };
const time = { kind: 'keepTime', startedAtMs: 1, spentMs: 60_000, note: null };
const view = { id: null, name: 'Mine', filter: EMPTY_FILTER, sort: BY_DUE, columns: null };
const reply = { id: null, name: 'Hello', subjectEn: null, bodyEn: 'x', subjectFr: null, bodyFr: null };
const macro = { id: null, name: 'Take', commands: [{ kind: 'take' }] };
const targets = (count: number) => Array.from({ length: count }, (_, i) => ({ id: i + 1, expectedVersion: null }));

const ORDERS: readonly unknown[] = [
  {},
  order({ targets: [] }),
  order({ targets: targets(1_001) }),
  order({ targets: [target, target] }),
  order({ targets: [{ id: 0, expectedVersion: null }] }),
  order({ targets: [{ id: 1.5, expectedVersion: null }] }),
  order({ targets: [{ id: '1', expectedVersion: null }] }),
  order({ targets: [{ id: 1 }] }),
  order({ targets: [{ ...target, actor: 'lou' }] }),
  order({ targets: { length: 1 } }),
  order({ commands: [] }),
  order({ commands: Array.from({ length: 21 }, () => note) }),
  order({ actor: { name: 'lou', role: 'lead', level: 'L1' } }),
  ...[
    { kind: 'destroy' },
    { kind: 'note' },
    { kind: 'note', text: ' \n ' },
    { kind: 'note', text: TEXT },
    { kind: 'note', text: 7 },
    { ...note, isPublic: true },
    { ...note, atMs: 1 },
    { kind: 'respond', by: 'fax', subject: null, text: 'x' },
    { kind: 'respond', by: 'mail', subject: LINE, text: 'x' },
    { kind: 'respond', by: 'mail', subject: '', text: 'x' },
    { kind: 'resolve', text: 'x', atMs: 1.5 },
    { kind: 'resolve', text: 'x', atMs: -1 },
    { kind: 'resolve', text: 'x', atMs: Infinity },
    { kind: 'resolve', text: 'x', atMs: '2026-01-01' },
    { ...wait, reason: '' },
    { ...wait, wakeAtMs: 8_640_000_000_000_001 },
    { ...wait, remindAtMs: 4_102_444_800_000 },
    { ...wait, wakeAtMs: undefined },
    { kind: 'waitForOther', waitedFor: 'customer', reason: 'x' },
    { ...prio, priority: 'P0' },
    { ...prio, priority: null },
    { ...prio, impact: 'huge' },
    { kind: 'assign', assignee: '' },
    { kind: 'assign', assignee: LINE },
    { kind: 'take', assignee: 'lou' },
    { kind: 'edit', facts: { level: 'L3' } },
    { kind: 'edit', facts: { title: '' } },
    { kind: 'edit', facts: { contact: 'nobody' } },
    { kind: 'edit', facts: { contact: 'a@b.example\nBcc: all@c.example' } },
    { kind: 'edit', facts: { platform: 'AWS' } },
    { kind: 'edit', facts: { language: 'de' } },
    { kind: 'tag', add: [''], remove: [] },
    { kind: 'tag', add: Array.from({ length: 21 }, (_, i) => `t${i}`), remove: [] },
    { kind: 'escalate', to: 'L4', why: 'x', tried: 'x', evidence: null, nextStep: 'x' },
    { kind: 'escalate', to: 'L2', why: 'x', tried: '', evidence: null, nextStep: 'x' },
    { kind: 'escalate', to: 'L2', why: 'x', tried: 'x', evidence: null },
    { kind: 'returnEscalation', reason: ' ' },
    { kind: 'link', ticketId: -1 },
    { kind: 'mergeInto', ticketId: 'VIG-1001' },
    { ...time, spentMs: 999 },
    { ...time, spentMs: 86_400_001 },
    { ...time, startedAtMs: -9_000_000_000_000_000 },
  ].map(command),
];

const NEW: readonly unknown[] = [
  {},
  { ...CALL, title: undefined },
  ...[
    { title: ' ' },
    { title: LINE },
    { customer: '' },
    { customer: 7 },
    { description: '' },
    { description: TEXT },
    { category: 'chat' },
    { priority: null },
    { impact: 'P1' },
    { channel: 'chat' },
    { language: 'de' },
    { platform: 'AWS' },
    { contact: 'nobody' },
    { assignee: '' },
    { reportedAtMs: 'yesterday' },
    { reportedAtMs: -1 },
    { reportedAtMs: 8_640_000_000_000_001 },
    { newCustomerTier: 'x'.repeat(65) },
    { isBeta: 'yes' },
    { openedAtMs: 1 },
    { owner: 'lou' },
  ].map((part) => ({ ...CALL, ...part })),
];

const TEXTS: readonly unknown[] = [{}, { text: LINE }, { text: null }, { text: 'x', limit: 1_000 }];
const EXTRA = { extra: 1 };
const IDS: readonly unknown[] = [{}, { id: 0 }, { id: '1' }, { id: null }, { id: 1, actor: 'lou' }];

const GARBAGE: Readonly<Partial<Record<CallName, readonly unknown[]>>> = {
  'ticket:run-commands': ORDERS,
  'ticket:preview-commands': ORDERS,
  'ticket:create': NEW,
  'ticket:take-next': [EXTRA, { level: 'L3' }],
  'command:undo': [{}, { commandId: 'last' }, { commandId: 1 }, { commandId: '' }, { commandId: null, actor: 'lou' }],
  'customer:find': TEXTS,
  'people:find': TEXTS,
  'palette:search': TEXTS,
  'draft:list': [EXTRA, { actor: 'lou' }],
  'draft:get': [{}, { key: '' }, { key: 'x'.repeat(101) }, { key: 'a', actor: 'lou' }],
  'draft:save': [
    { key: 'a' },
    { key: '', body: 'x' },
    { key: 'a', body: 'x'.repeat(100_001) },
    { key: 'a', body: {} },
    { key: 'a', body: 'x', actor: 'lou' },
  ],
  'timer:get': [EXTRA, { actor: 'lou' }],
  'timer:start': [
    { ticketId: 1 },
    { ticketId: 0, atMs: null },
    { ticketId: 1, atMs: 'now' },
    { ticketId: 1, atMs: -1 },
  ],
  'timer:pause': [EXTRA],
  'timer:keep': [{}, { note: LINE }, { note: 7 }, { note: null, spentMs: 1 }],
  'timer:discard': [EXTRA],
  'view:list': [EXTRA],
  'view:save': [
    {},
    { ...view, name: ' ' },
    { ...view, name: 'x'.repeat(81) },
    { ...view, id: 0 },
    { ...view, filter: { ...EMPTY_FILTER, sql: '1=1' } },
    { ...view, filter: { ...EMPTY_FILTER, tags: Array.from({ length: 51 }, () => 'x') } },
    { ...view, sort: { by: 'rowid', isDescending: false } },
    { ...view, columns: ['x'.repeat(41)] },
    { ...view, columns: Array.from({ length: 31 }, () => 'x') },
    { ...view, actor: 'lou' },
  ],
  'view:delete': IDS,
  'reply:list': [EXTRA],
  'reply:save': [
    {},
    { ...reply, name: '' },
    { ...reply, name: 'x'.repeat(81) },
    { ...reply, bodyEn: TEXT },
    { ...reply, subjectFr: LINE },
    { ...reply, bodyFr: undefined },
    { ...reply, language: 'fr' },
  ],
  'reply:delete': IDS,
  'macro:list': [EXTRA],
  'macro:save': [
    {},
    { ...macro, name: '' },
    { ...macro, commands: [] },
    { ...macro, commands: Array.from({ length: 21 }, () => ({ kind: 'take' })) },
    { ...macro, commands: [{ kind: 'destroy' }] },
    { ...macro, commands: 'take' },
  ],
  'macro:delete': IDS,
  'queue:list-ids': [{}, { filter: EMPTY_FILTER }, { filter: { ...EMPTY_FILTER, view: 'x' }, sort: BY_DUE }],
  'queue:count-filters': [
    {},
    { filters: EMPTY_FILTER },
    { filters: [{}] },
    { filters: Array.from({ length: 51 }, () => EMPTY_FILTER) },
  ],
};

/** Shapes that no call takes. */
const NO_CALL_TAKES: readonly unknown[] = [null, undefined, 0, '', 'x', [], true, Number.NaN];

const cases = Object.entries(GARBAGE).flatMap(([name, inputs]) =>
  [...inputs, ...NO_CALL_TAKES].map((input, i) => [name as CallName, i, input] as const),
);

describe('garbage is refused before anything is done', () => {
  it.each(cases)('%s, case %i', async (name, _i, input) => {
    const before = events();
    expect(codeOf(await world.reply(name, input as never))).toBe('call/invalid-input');
    expect(events()).toBe(before);
  });
});

describe('what an expert may not call', () => {
  const REFUSED = {
    'ticket:create': CALL,
    'ticket:take-next': {},
    'macro:save': macro,
    'macro:delete': { id: 1 },
  } as const;

  it.each(Object.entries(REFUSED))('%s', async (name, input) => {
    world.become({ name: 'eve', role: 'expert' });
    expect(codeOf(await world.reply(name as CallName, input as never))).toBe('access/role');
    world.become({ name: 'tester', role: 'agent' });
  });

  it.each(['agent', 'lead'] as const)('the %s may', async (role) => {
    world.become({ role });
    for (const [name, input] of Object.entries(REFUSED)) {
      expect(codeOf(await world.reply(name as CallName, input as never))).not.toBe('access/role');
      if (name === 'macro:save') await world.call('macro:delete', { id: 1 });
    }
    world.become({ role: 'agent' });
  });

  it('everything else an expert may call', async () => {
    world.become({ name: 'eve', role: 'expert' });
    const inputs: Partial<Record<CallName, unknown>> = {
      'ticket:run-commands': order({}),
      'ticket:preview-commands': order({}),
      'command:undo': { commandId: ID },
      'customer:find': { text: '' },
      'people:find': { text: '' },
      'palette:search': { text: 'a' },
      'draft:list': {},
      'timer:start': { ticketId: 1, atMs: null },
      'view:save': view,
      'reply:save': reply,
      'macro:list': {},
    };
    for (const [name, input] of Object.entries(inputs)) {
      expect([name, codeOf(await world.reply(name as CallName, input as never))]).not.toContain('access/role');
    }
    world.become({ name: 'tester', role: 'agent' });
  });
});
