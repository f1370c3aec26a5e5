import { z } from 'zod';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import { ticketId } from './desk-schemas.ts';
import { consumption, ledger, month, pendingOverage, workInput, workPreview } from './expertise-schemas.ts';

const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(20_000);
const lotMinutes = z.int().min(1).max(100_000);
/** Months up to this one are closed; null where none is. */
const closing = z.strictObject({ closedThrough: month.nullable() });

/** The ledger of expertise hours. */
export const expertiseCalls = {
  'expertise:get-ledger': call('core', z.strictObject({ customerId: ticketId }), ledger),
  /** What logging it would do: the same function decides; writes nothing. */
  'expertise:preview-work': call('core', workInput, workPreview),
  'expertise:log-work': call('core', workInput, z.strictObject({ workId: z.uuid(), ledger }), ['expert', 'lead']),
  /** Takes an entry back, with author and reason; one's own, or anybody's for a lead. */
  'expertise:reverse-work': call(
    'core',
    z.strictObject({ customerId: ticketId, workId: z.uuid(), reason: text }),
    ledger,
    ['expert', 'lead'],
  ),
  'expertise:add-pack': call(
    'core',
    z.strictObject({
      customerId: ticketId,
      minutes: lotMinutes,
      fromMs: chosenInstantMs,
      untilMs: chosenInstantMs.nullable(),
      order: line.nullable(),
      note: text.nullable(),
    }),
    ledger,
    ['agent', 'lead'],
  ),
  'expertise:grant-goodwill': call(
    'core',
    z.strictObject({
      customerId: ticketId,
      minutes: lotMinutes,
      fromMs: chosenInstantMs,
      untilMs: chosenInstantMs.nullable(),
      reason: text,
    }),
    ledger,
    ['lead'],
  ),
  /** More minutes in a lot, or fewer. */
  'expertise:adjust-lot': call(
    'core',
    z.strictObject({
      customerId: ticketId,
      lotId: z.string().max(80),
      minutes: z.int().min(-100_000).max(100_000),
      reason: text,
    }),
    ledger,
    ['lead'],
  ),
  'expertise:list-pending': call('core', nothing, z.array(pendingOverage)),
  'expertise:decide-overage': call(
    'core',
    z.strictObject({
      customerId: ticketId,
      workId: z.uuid(),
      isApproved: z.boolean(),
      minutes: z.int().min(1),
      reason: text,
    }),
    ledger,
    ['lead'],
  ),
  /** Work by month, customer, expert and kind, and how each customer stands now. */
  'expertise:get-consumption': call(
    'core',
    z.strictObject({ fromMonth: month, toMonth: month, customerId: ticketId.nullable() }),
    consumption,
  ),
  /** Nothing that touches this month or an earlier one can be recorded from then on. */
  'expertise:close-month': call('core', z.strictObject({ month }), closing, ['lead']),
  'expertise:reopen-month': call('core', z.strictObject({ month, reason: text }), closing, ['lead']),
} as const;
