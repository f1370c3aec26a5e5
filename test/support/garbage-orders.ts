import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { BY_DUE, CALL } from './desk-calls.ts';

export const LINE = 'x'.repeat(401);
export const TEXT = 'x'.repeat(20_001);
const target = { id: 1, expectedVersion: null };
const note = { kind: 'note', text: 'x' };
export const order = (part: object) => ({ targets: [target], commands: [note], ...part });
const command = (part: object) => order({ commands: [part] });
const wait = { kind: 'waitForCustomer', reason: 'x', wakeAtMs: null, remindAtMs: null };
const prio = { kind: 'changePriority', priority: 'P1', impact: null, urgency: null, reason: 'x' };
const time = { kind: 'keepTime', startedAtMs: 1, spentMs: 60_000, note: null };
export const view = { id: null, name: 'Mine', filter: EMPTY_FILTER, sort: BY_DUE, columns: null };
export const reply = { id: null, name: 'Hello', subjectEn: null, bodyEn: 'x', subjectFr: null, bodyFr: null };
export const macro = { id: null, name: 'Take', commands: [{ kind: 'take' }] };
const targets = (count: number) => Array.from({ length: count }, (_, i) => ({ id: i + 1, expectedVersion: null }));

/** Orders of commands that none may be. */
export const ORDERS: readonly unknown[] = [
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

/** Tickets that none may be opened as. */
export const NEW: readonly unknown[] = [
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
