import type { CallsOf } from '../../shared/ipc/contract.ts';
import { LINE, TEXT } from './garbage-orders.ts';

const ID = '0190a0a0-0000-7000-8000-000000000000';
const EXTRA = { extra: 1 };
const IDS: readonly unknown[] = [{}, { id: 1 }, { id: 'last' }, { id: ID, actor: 'lou' }];
const SPAN = { fromMs: 0, toMs: 1 };
const SLOT = { expert: 'Eva', startMs: 60_000, endMs: 120_000 };
const WORDS = {
  ...{ assignment: 'advice', language: 'fr', attendees: [], place: null, link: null, ticketId: null },
  ...{ objectives: null, checklist: null, note: null },
};
const PLAN = {
  ...{ customerId: 1, askedId: null, ...WORDS, ...SLOT, recurrence: null, skipsBlocked: false, acceptsWarnings: true },
};
const PROPOSAL = { customerId: 1, assignment: 'advice', ticketId: null, ...SLOT, recurrence: null, replaces: null };
const ASK = {
  ...{
    customerId: 1,
    assignment: 'advice',
    language: 'fr',
    expert: null,
    durationMin: 60,
    fromMs: null,
    untilMs: null,
  },
  ...{ attendees: [], ticketId: null, note: null },
};
const CHANGE = { id: ID, expectedVersion: null, scope: 'this', change: {}, acceptsWarnings: true };
const OFF = { id: ID, expectedVersion: null, scope: 'this', by: 'customer', reason: 'ill' };
const NOTED: readonly unknown[] = [
  {},
  { id: ID, expectedVersion: null },
  { id: ID, expectedVersion: '1', note: null },
  { id: ID, expectedVersion: null, note: TEXT },
];
const WORK = {
  ...{ assignment: 'advice', startMs: 0, endMs: 60_000, isTimed: true, ticketId: null, note: null },
  ...{ isCustomerFault: null, overageReason: null },
};
const REPORT = { objectives: '', done: '', recommendations: '', sizing: [], nextSteps: '' };
const SLOTS = {
  ...{ customerId: 1, assignment: 'advice', ticketId: null, expert: null, durationMin: 60, fromMs: 0, untilMs: null },
};
const ABSENCE = { id: null, expert: 'Eva', fromMs: 0, untilMs: 1, reason: 'leave' };
const EXCEPTION = { kind: 'added', platforms: ['NUP'], reason: 'urgent', customerId: null, startMs: 0, endMs: 1 };

type Call = Extract<CallsOf<'core'>, `${'coaching' | 'expert' | 'absence' | 'calendar' | 'maintenance'}:${string}`>;

/** What the calls about the schedule and the maintenance windows refuse. */
export const COACHING_GARBAGE: Readonly<Record<Call, readonly unknown[]>> = {
  'coaching:list': [
    {},
    { ...SPAN, experts: 'Eva', customerId: null },
    { ...SPAN, experts: [''], customerId: null },
    { ...SPAN, experts: null, customerId: 0 },
    { fromMs: -1, toMs: 1, experts: null, customerId: null },
  ],
  'coaching:list-asked': [EXTRA],
  'coaching:get': IDS,
  'coaching:preview': [
    {},
    { ...PROPOSAL, expert: '' },
    { ...PROPOSAL, startMs: 0.5 },
    { ...PROPOSAL, recurrence: { everyWeeks: 1, count: null, untilMs: null } },
    { ...PROPOSAL, recurrence: { everyWeeks: 1, count: 61, untilMs: null } },
    { ...PROPOSAL, replaces: { id: ID, scope: 'some' } },
  ],
  'coaching:find-slots': [
    {},
    { ...SLOTS, durationMin: 0 },
    { ...SLOTS, durationMin: 721 },
    { ...SLOTS, untilMs: 'soon' },
  ],
  'coaching:ask': [{}, { ...ASK, durationMin: 1.5 }, { ...ASK, assignment: 'lunch' }, { ...ASK, actor: 'lou' }],
  'coaching:plan': [
    {},
    { ...PLAN, link: 'javascript:alert(1)' },
    { ...PLAN, link: 'file:///etc/passwd' },
    { ...PLAN, attendees: [{ name: 'Ada', email: 'ada' }] },
    { ...PLAN, attendees: Array.from({ length: 51 }, () => ({ name: 'Ada', email: null })) },
    { ...PLAN, place: LINE },
    { ...PLAN, askedId: 'last' },
    { ...PLAN, recurrence: { everyWeeks: 0, count: 2, untilMs: null } },
    { ...PLAN, acceptsWarnings: 'yes' },
    { ...PLAN, state: 'confirmed' },
  ],
  'coaching:change': [
    {},
    { ...CHANGE, scope: 'some' },
    { ...CHANGE, change: { startMs: null } },
    { ...CHANGE, change: { state: 'done' } },
    { ...CHANGE, change: { checklist: [{ text: 'x' }] } },
    { ...CHANGE, expectedVersion: undefined },
  ],
  'coaching:confirm': NOTED,
  'coaching:no-show': NOTED,
  'coaching:call-off': [{}, { ...OFF, by: 'nobody' }, { ...OFF, reason: ' ' }, { ...OFF, scope: null }],
  'coaching:finish': [
    {},
    { id: ID, expectedVersion: null },
    { id: ID, expectedVersion: null, work: { ...WORK, expert: 'Noa' } },
    { id: ID, expectedVersion: null, work: { ...WORK, startMs: -1 } },
  ],
  'coaching:save-report': [
    {},
    { id: ID, expectedVersion: null, language: 'de', sections: REPORT },
    { id: ID, expectedVersion: null, language: 'fr', sections: { ...REPORT, sizing: [{ what: 'car' }] } },
    { id: ID, expectedVersion: null, language: 'fr', sections: { ...REPORT, html: '<b>' } },
  ],
  'coaching:get-invitation': [{}, { id: ID }, { id: ID, language: 'de' }],
  'coaching:get-path': [{}, { customerId: 0 }, { customerId: '1' }],
  'expert:list': [EXTRA],
  'expert:save': [
    {},
    { name: '', week: {}, isActive: true },
    { name: 'Eva', week: { 1: [[600, 540]] }, isActive: true },
    { name: 'Eva', week: { 8: [[540, 600]] }, isActive: true },
    {
      ...{ name: 'Eva', isActive: true },
      week: {
        1: [
          [540, 700],
          [600, 800],
        ],
      },
    },
  ],
  'absence:list': [{}, SPAN, { ...SPAN, expert: '' }],
  'absence:save': [{}, { ...ABSENCE, id: 0 }, { ...ABSENCE, reason: ' ' }, { ...ABSENCE, uid: 'x' }],
  'absence:remove': [{}, { id: 0 }, { id: '1' }],
  'calendar:export': [
    {},
    { what: { kind: 'all' }, selectionId: ID },
    { what: { kind: 'session', id: 1 }, selectionId: ID },
    { what: { kind: 'cell', ...SPAN }, selectionId: LINE },
    { what: { kind: 'cell', ...SPAN }, path: '/etc/passwd' },
  ],
  'calendar:import-busy': [{}, { expert: 'Eva', path: '/etc/passwd' }, { expert: '', selectionId: ID }],
  'maintenance:list-windows': [
    {},
    { ...SPAN, platform: 'AWS', customerId: null },
    { ...SPAN, platform: null },
    { fromMs: 'now', toMs: 1, platform: null, customerId: null },
  ],
  'maintenance:list-exceptions': [EXTRA],
  'maintenance:save-exception': [
    {},
    { ...EXCEPTION, platforms: [] },
    { ...EXCEPTION, platforms: ['NUP', 'NUP'] },
    { ...EXCEPTION, kind: 'moved' },
    { ...EXCEPTION, kind: 'cancelled', ofStartMs: 1 },
    { ...EXCEPTION, reason: '' },
  ],
  'maintenance:revoke-exception': [{}, { id: 1 }, { id: 1, reason: ' ' }, { id: 0, reason: 'x' }],
};
