import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { Platform } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

/** The window that is cancelled or moved; null where one is added. */
export type ExceptionStart =
  | {
      readonly kind: 'cancelled' | 'moved';
      readonly platforms: readonly Platform[];
      readonly startMs: InstantMs;
      readonly endMs: InstantMs;
    }
  | { readonly kind: 'added' };

/** What was filled in, as far as it can be read. */
export type ExceptionEntry = {
  readonly platforms: readonly Platform[];
  readonly startMs: InstantMs | null;
  readonly endMs: InstantMs | null;
  readonly reason: string;
  readonly customerId: number | null;
  /** A name was typed, and nobody chosen. */
  readonly isCustomerOpen: boolean;
};

export type ExceptionProblems = {
  readonly platforms?: 'none';
  readonly start?: 'missing' | 'same';
  readonly end?: 'missing' | 'beforeStart' | 'tooLong';
  readonly reason?: 'missing';
  readonly customer?: 'unknown';
};

type Order = CallInput<'maintenance:save-exception'>;

const LONGEST_MS = 7 * 86_400_000;

const heldProblems = (start: ExceptionStart, { startMs, endMs }: ExceptionEntry): ExceptionProblems => {
  if (start.kind === 'cancelled') return {};
  if (startMs === null) return { start: 'missing', ...(endMs === null ? { end: 'missing' as const } : {}) };
  if (endMs === null) return { end: 'missing' };
  if (endMs <= startMs) return { end: 'beforeStart' };
  if (endMs - startMs > LONGEST_MS) return { end: 'tooLong' };
  return start.kind === 'moved' && start.startMs === startMs && start.endMs === endMs ? { start: 'same' } : {};
};

/** The order that was filled in, or what is wrong, field by field. */
export const readException = (
  start: ExceptionStart,
  entry: ExceptionEntry,
): { readonly order: Order } | { readonly problems: ExceptionProblems } => {
  const { platforms, startMs, endMs, customerId } = entry;
  const reason = entry.reason.trim();
  const problems: ExceptionProblems = {
    ...(platforms.length === 0 ? { platforms: 'none' } : {}),
    ...heldProblems(start, entry),
    ...(reason === '' ? { reason: 'missing' } : {}),
    ...(entry.isCustomerOpen ? { customer: 'unknown' } : {}),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const forWhom = { platforms: [...platforms], reason, customerId };
  if (start.kind === 'cancelled') return { order: { kind: 'cancelled', ofStartMs: start.startMs, ...forWhom } };
  if (startMs === null || endMs === null) return { problems: { start: 'missing' } };
  const held = { startMs, endMs, ...forWhom };
  if (start.kind === 'added') return { order: { kind: 'added', ...held } };
  return { order: { kind: 'moved', ofStartMs: start.startMs, ...held } };
};
