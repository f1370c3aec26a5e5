import type { CallsOf } from '../../shared/ipc/contract.ts';
import { LINE, TEXT } from './garbage-orders.ts';

const ID = '0190a0a0-0000-7000-8000-000000000000';
const EXTRA = { extra: 1 };
const IDS: readonly unknown[] = [{}, { id: 0 }, { id: '1' }, { id: 1, actor: 'lou' }];
const CUSTOMER_IDS: readonly unknown[] = [{}, { customerId: 0 }, { customerId: '1' }, { customerId: 1, actor: 'lou' }];

const CONTACT = { contactId: null, name: 'Ada', role: 'referent', email: null, phone: null, language: null };
const TIER = { id: 1, tier: 'gold', effectiveAtMs: null };
const ASKED = { ...TIER, askedBy: 'Ada', askedAtMs: 1, channel: 'mail', note: null };
const WORK = {
  ...{ customerId: 1, expert: null, assignment: 'advice', startMs: 0, endMs: 60_000, isTimed: true },
  ...{ ticketId: null, note: null, isCustomerFault: null, overageReason: null },
};
const WORKS: readonly unknown[] = [
  {},
  { ...WORK, assignment: 'holiday' },
  { ...WORK, startMs: -1 },
  { ...WORK, startMs: 0.5 },
  { ...WORK, endMs: 'now' },
  { ...WORK, expert: '' },
  { ...WORK, note: TEXT },
  { ...WORK, chargedMin: 0 },
];
const PACK = { customerId: 1, minutes: 60, fromMs: 1, untilMs: null, order: null, note: null };
const GIFT = { customerId: 1, minutes: 60, fromMs: 1, untilMs: null, reason: 'sorry' };
const OF_WORK = { customerId: 1, workId: ID, reason: 'wrong' };
const MERGES: readonly unknown[] = [{}, { id: 1 }, { id: 1, intoId: 0 }, { id: 1, intoId: 2, force: true }];

type Call =
  | Extract<CallsOf<'core'>, `expertise:${string}`>
  | Exclude<Extract<CallsOf<'core'>, `customer:${string}`>, 'customer:find' | 'customer:what-if'>;

/** What the calls about customers and their ledgers refuse. */
export const CUSTOMER_GARBAGE: Readonly<Record<Call, readonly unknown[]>> = {
  'customer:list': [
    {},
    { text: LINE, tier: null },
    { text: '', tier: 'x'.repeat(65) },
    { text: '', tier: null, limit: 9 },
  ],
  'customer:get': IDS,
  'customer:save': [
    {},
    { id: 0 },
    { id: 1, name: ' ' },
    { id: 1, language: 'de' },
    { id: 1, platforms: ['AWS'] },
    { id: 1, tiers: [] },
  ],
  'customer:save-contact': [
    { id: 1 },
    { id: 1, contact: { ...CONTACT, email: 'ada' } },
    { id: 1, contact: { ...CONTACT, role: 'boss' } },
    { id: 1, contact: { ...CONTACT, name: '' } },
  ],
  'customer:remove-contact': [{}, { id: 1 }, { id: 1, contactId: 'x'.repeat(61) }],
  'customer:preview-tier': [{}, { ...TIER, tier: '' }, { ...TIER, effectiveAtMs: 'now' }, { ...TIER, from: 'gold' }],
  'customer:change-tier': [
    TIER,
    { ...ASKED, askedBy: ' ' },
    { ...ASKED, channel: 'dream' },
    { ...ASKED, askedAtMs: null },
    { ...ASKED, note: TEXT },
  ],
  'customer:call-off-tier': [{}, { id: 1, changeId: 'last', reason: 'x' }, { id: 1, changeId: ID, reason: ' ' }],
  'customer:date-tier': [{}, { id: 1, sinceMs: -1, note: null }, { id: 1, sinceMs: 1 }],
  'customer:preview-merge': MERGES,
  'customer:merge': MERGES,
  'customer:preview-import': [{}, { selectionId: 'customers.csv' }, { selectionId: ID, paths: ['/etc/passwd'] }],
  'customer:import': [{}, { selectionId: '/etc/passwd' }, { selectionId: ID, actor: 'lou' }],
  'expertise:get-ledger': CUSTOMER_IDS,
  'expertise:preview-work': WORKS,
  'expertise:log-work': WORKS,
  'expertise:reverse-work': [{}, { ...OF_WORK, workId: 'last' }, { ...OF_WORK, reason: '' }],
  'expertise:add-pack': [
    {},
    { ...PACK, minutes: 0 },
    { ...PACK, minutes: 1.5 },
    { ...PACK, untilMs: 'never' },
    { ...PACK, order: LINE },
  ],
  'expertise:grant-goodwill': [{}, { ...GIFT, minutes: -60 }, { ...GIFT, reason: ' ' }],
  'expertise:adjust-lot': [
    {},
    { customerId: 1, lotId: 'x', minutes: 1e9, reason: 'x' },
    { customerId: 1, lotId: 'x', minutes: 1, reason: '' },
  ],
  'expertise:list-pending': [EXTRA],
  'expertise:decide-overage': [
    {},
    { ...OF_WORK, isApproved: 'yes', minutes: 1 },
    { ...OF_WORK, isApproved: true, minutes: 1, reason: '' },
    { ...OF_WORK, isApproved: true },
    { ...OF_WORK, isApproved: true, minutes: 0 },
  ],
  'expertise:get-consumption': [
    {},
    { fromMonth: 0, toMonth: 24_000, customerId: null },
    { fromMonth: 24_000, toMonth: 24_000 },
  ],
  'expertise:close-month': [{}, { month: 2026 }, { month: '2026-04' }],
  'expertise:reopen-month': [{ month: 24_300 }, { month: 24_300, reason: ' ' }],
};
