import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallName, CallsOf } from '../../shared/ipc/contract.ts';
import { EMPTY_MAPPING } from '../../shared/import/empty-mapping.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { COACHING_GARBAGE } from '../support/garbage-coaching.ts';
import { CUSTOMER_GARBAGE } from '../support/garbage-customers.ts';
import { BY_DUE, CALL, codeOf, deskOf } from '../support/desk-calls.ts';
import { LINE, macro, NEW, order, ORDERS, reply, TEXT, view } from '../support/garbage-orders.ts';
import { createWorld } from '../support/world.ts';

const world = createWorld();
const desk = deskOf(world);
beforeAll(async () => {
  await desk.open();
});
afterAll(world.close);

const ID = '0190a0a0-0000-7000-8000-000000000000';
const events = () => world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();

const TEXTS: readonly unknown[] = [{}, { text: LINE }, { text: null }, { text: 'x', limit: 1_000 }];
const EXTRA = { extra: 1 };
const IDS: readonly unknown[] = [{}, { id: 0 }, { id: '1' }, { id: null }, { id: 1, actor: 'lou' }];

const DRAFT = { fromMs: 1_800_000_000_000, policyJson: '{}' };
const ALL_EVENTS = { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
const PAGE = { filter: EMPTY_FILTER, sort: BY_DUE, offset: 0, limit: 50 };
const REPORT = { fromMs: 0, toMs: 1, filter: EMPTY_FILTER, asOfMs: null };
const RULES = {
  atRisk: true,
  breached: true,
  escalations: true,
  waits: true,
  onlyMine: 'all',
  quietFrom: null,
  quietTo: null,
};
const IMPORT = { selectionId: ID, profile: 'auto', zone: 'UTC', tierMapId: null, levelMapId: null };
const SAVED = { name: 'x', profile: 'generic', zone: null, fingerprints: ['0123456789'], mapping: EMPTY_MAPPING };
const FACTS = { name: 'Ada', account: null, role: 'agent', level: 'L1', languages: ['fr'], week: null, isActive: true };
const PERSON = { id: null, expectedVersion: null, facts: FACTS };
const IMPORTS: readonly unknown[] = [
  {},
  { ...IMPORT, selectionId: '/etc/passwd' },
  { ...IMPORT, profile: 'outlook' },
  { ...IMPORT, zone: '' },
  { ...IMPORT, tierMapId: 'tiers.csv' },
  { ...IMPORT, actor: 'lou' },
];

/** Nobody whose data could be looked for. */
const TARGETS = [
  {},
  { target: { kind: 'customer', id: 0 } },
  { target: { kind: 'contact', id: 1 } },
  { target: { kind: 'person', text: 'x' } },
  { target: { kind: 'all' } },
];

/** Of every call that the core answers: one that is added has to say here what it refuses. */
const GARBAGE: Readonly<Record<CallsOf<'core'>, readonly unknown[]>> = {
  'privacy:preview': TARGETS,
  'privacy:export': [...TARGETS, { target: { kind: 'customer', id: 1 }, selectionId: LINE }],
  'privacy:erase': [...TARGETS, { target: { kind: 'customer', id: 1 }, reason: ' ' }],
  'privacy:list-copies': [EXTRA],
  'privacy:replace-copies': [EXTRA],
  'clock:get-rules': [EXTRA],
  'clock:get-trust': [EXTRA],
  'clock:accept': [EXTRA],
  'policy:list': [EXTRA],
  'policy:preview': [{}, { ...DRAFT, fromMs: 'now' }, { ...DRAFT, policyJson: {} }, { ...DRAFT, note: null }],
  'policy:cancel-preview': [EXTRA],
  'policy:save': [DRAFT, { ...DRAFT, note: LINE }, { ...DRAFT, note: null, actor: 'lou' }],
  'queue:get-page': [
    {},
    { ...PAGE, limit: 0 },
    { ...PAGE, limit: 201 },
    { ...PAGE, offset: -1 },
    { ...PAGE, asOfMs: 'yesterday' },
    { ...PAGE, sort: { by: 'rowid', isDescending: false } },
  ],
  'queue:get-counts': [{}, { filter: {} }, { filter: EMPTY_FILTER, asOfMs: 1.5 }],
  'queue:find-position': [{}, { filter: EMPTY_FILTER, sort: BY_DUE, id: '1' }, { filter: EMPTY_FILTER, id: 1 }],
  'queue:forecast': [EXTRA],
  'report:list-figures': [EXTRA],
  'report:get': [
    {},
    { ...REPORT, fromMs: 'monday' },
    { ...REPORT, fromMs: -1 },
    { ...REPORT, filter: {} },
    { ...REPORT, asOfMs: 1.5 },
    { ...REPORT, step: 'hour' },
    { ...REPORT, actor: 'lou' },
  ],
  'report:get-tickets': [
    REPORT,
    { ...REPORT, figure: 'opened', by: null, key: null, cases: 'some' },
    { ...REPORT, figure: 'salaries', by: null, key: null, cases: 'all' },
    { ...REPORT, figure: 'opened', by: 'ticket_id', key: '1', cases: 'all' },
    { ...REPORT, figure: 'opened', by: 'tier', key: TEXT, cases: 'all' },
  ],
  'report:export': [
    REPORT,
    { ...REPORT, figures: [], language: 'en' },
    { ...REPORT, figures: ['salaries'], language: 'en' },
    { ...REPORT, figures: null, language: 'de' },
    { ...REPORT, figures: null, language: 'en', path: '/etc/passwd' },
  ],
  'report:cancel': [EXTRA],
  'wall:get': [EXTRA],
  'handover:preview': [{}, { untilMs: 'evening' }, { untilMs: -1 }],
  'handover:list': [{}, { limit: 0 }, { limit: 201 }],
  'handover:get': [{}, { id: 1 }, { id: 'last' }],
  'handover:list-left': [EXTRA],
  'handover:get-waiting': [EXTRA],
  'handover:begin': [{}, { untilMs: null }, { untilMs: 1, items: [] }],
  'handover:change-item': [
    {},
    { id: ID, itemId: 'due:1', expectedVersion: null, nextAction: '', nextUpdateMs: null, note: null },
    { id: ID, itemId: '', expectedVersion: null, nextAction: null, nextUpdateMs: null, note: null },
    {
      id: ID,
      itemId: 'due:1',
      expectedVersion: null,
      nextAction: null,
      nextUpdateMs: null,
      note: null,
      accepted: null,
    },
  ],
  'handover:add-note': [{}, { id: ID, text: ' ' }, { id: ID, text: TEXT }],
  'handover:remove-note': [{}, { id: ID, itemId: '' }, { id: ID, itemId: 1 }],
  'handover:offer': [{}, { id: ID }, { id: ID, expectedVersion: null }, { id: ID, expectedVersion: 1, by: 'lou' }],
  'handover:accept': [{}, { id: ID, itemIds: [] }, { id: ID, itemIds: 'all' }, { id: ID, itemIds: [''] }],
  'steering:list-requests': [EXTRA],
  'steering:get-request': [{}, { id: 1 }, { id: ID, extra: 1 }],
  'steering:ask': [
    {},
    { order: { kind: 'logWork', work: {} }, reason: 'x' },
    { order: { kind: 'reopenMonth', month: 1 }, reason: 'x' },
    { order: { kind: 'ticketCommands', ticketId: 1, commands: [] }, reason: 'x' },
    { order: { kind: 'ticketCommands', ticketId: 1, commands: [{ kind: 'take' }] }, reason: ' ' },
    { order: { kind: 'ticketCommands', ticketId: 1, commands: [{ kind: 'take' }] }, reason: 'x', asker: 'lou' },
  ],
  'steering:withdraw': [{}, { id: ID }, { id: ID, expectedVersion: null }],
  'steering:approve': [
    { id: ID, expectedVersion: 1 },
    { id: ID, expectedVersion: 1, basis: TEXT, reason: null },
    { id: ID, expectedVersion: 1, basis: '', reason: '' },
  ],
  'steering:refuse': [
    { id: ID, expectedVersion: 1 },
    { id: ID, expectedVersion: 1, reason: ' ' },
  ],
  'steering:reopen': [
    { id: ID, expectedVersion: 1 },
    { id: ID, expectedVersion: 1, reason: null },
  ],
  'steering:list-escalations': [EXTRA],
  'steering:preview-moves': [
    {},
    { level: 'L4', away: [], movesP1: false, sharesUnassigned: false },
    { level: 'L1', away: [null], movesP1: false, sharesUnassigned: false },
    { level: 'L1', away: [], movesP1: 'no', sharesUnassigned: false },
  ],
  'handover:sign': [{}, { id: ID, expectedVersion: null }, { id: ID, expectedVersion: 1, atMs: 0 }],
  'people:list': [EXTRA],
  'people:save': [
    {},
    { ...PERSON, id: 'ada' },
    { ...PERSON, facts: { ...FACTS, name: ' ' } },
    { ...PERSON, facts: { ...FACTS, role: 'admin' } },
    { ...PERSON, facts: { ...FACTS, languages: ['de'] } },
    { ...PERSON, facts: { ...FACTS, week: { 8: [[0, 60]] } } },
    { ...PERSON, actor: 'lou' },
  ],
  'people:get-history': [{}, { id: 'ada' }, { id: null }],
  'access:get-standing': [EXTRA, { account: 'lou' }],
  'access:check-passphrase': [{}, { passphrase: '' }, { passphrase: 1 }, { passphrase: TEXT }],
  'access:keep-passphrase': [{}, { passphrase: 'four good words here' }, { passphrase: null, old: null }],
  'customer:what-if': [
    {},
    { customer: '', tier: 'gold' },
    { customer: LINE, tier: 'gold' },
    { customer: 'a', tier: '' },
  ],
  ...CUSTOMER_GARBAGE,
  ...COACHING_GARBAGE,
  'ticket:get-detail': [{}, { id: '1' }, { id: 1.5 }, { id: 1, asOfMs: 'now' }],
  'audit:list': [
    {},
    { filter: ALL_EVENTS, before: null, limit: 101 },
    { filter: ALL_EVENTS, before: 'last', limit: 1 },
    { filter: ALL_EVENTS, before: 12, limit: 1 },
    { filter: ALL_EVENTS, before: { seq: 12 }, limit: 1 },
    { filter: { ...ALL_EVENTS, sql: '1' }, before: null, limit: 1 },
    { filter: { ...ALL_EVENTS, actor: LINE }, before: null, limit: 1 },
  ],
  'audit:list-kinds': [EXTRA],
  'audit:export': [
    {},
    { filter: ALL_EVENTS },
    { filter: ALL_EVENTS, selectionId: LINE },
    { filter: {}, selectionId: ID },
  ],
  'audit:cancel': [EXTRA],
  'backup:list': [EXTRA],
  'backup:make': [EXTRA, { path: '/tmp/x' }],
  'backup:preview-restore': [
    {},
    { from: 'vigie.db' },
    { from: { kind: 'kept', id: '../vigie.db' } },
    { from: { kind: 'kept', id: '' } },
    { from: { kind: 'chosen', selectionId: LINE } },
    { from: { kind: 'path', path: '/etc/passwd' } },
  ],
  'backup:cancel': [EXTRA],
  'watch:follow': [
    {},
    { rules: {} },
    { rules: { ...RULES, quietFrom: '25:00' } },
    { rules: { ...RULES, onlyMine: 'yes' } },
    { rules: RULES, actor: 'lou' },
  ],
  'watch:list': [EXTRA, { actor: 'lou' }],
  'watch:snooze': [{}, { alarmIds: [], untilMs: 1 }, { alarmIds: ['1'], untilMs: 1 }, { alarmIds: [1], untilMs: -1 }],
  'watch:mark-seen': [{}, { alarmIds: [] }, { alarmIds: Array.from({ length: 501 }, (_, i) => i) }],
  'import:guess': [{}, { selectionId: '/etc/passwd', machineZone: 'UTC' }, { selectionId: ID, machineZone: '' }],
  'import:list-profiles': [EXTRA],
  'import:save-profile': [
    {},
    { ...SAVED, name: ' ' },
    { ...SAVED, fingerprints: [] },
    { ...SAVED, mapping: { ...EMPTY_MAPPING, states: { Waiting: 'asleep' } } },
    { ...SAVED, actor: 'lou' },
  ],
  'import:remove-profile': [{}, { id: 0 }, { id: '1' }],
  'import:preview': IMPORTS,
  'import:run': IMPORTS,
  'import:cancel': [EXTRA],
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
    { key: 'a', body: 'x'.repeat(1_000_001) },
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
    world.become({ role: 'lead' });
    expect(codeOf(await world.reply(name, input as never))).toBe('call/invalid-input');
    world.become({ role: 'agent' });
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
