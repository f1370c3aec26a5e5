import type { Timer } from '../../../shared/ipc/desk-schemas.ts';
import { MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { customerQuery } from '../../ipc/customer-queries.ts';
import { loadDraft } from '../../ipc/kept-draft.ts';
import { ticketDetailQuery } from '../../ipc/queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import type { WorkStart } from '../../state/customer-store.ts';
import { timerQuery } from '../ticket/timer-calls.ts';
import { EMPTY_WORK, restoreWork, workDraftKey, type WorkDraft } from './work-draft.ts';

/** What the form begins with. */
export type BegunWork = {
  readonly draftKey: string;
  /** What is known where nothing was typed. */
  readonly start: WorkDraft;
  readonly restored: WorkDraft | null;
  readonly isFromTimer: boolean;
};

/** Whole minutes that a timer measured, at least one. */
const measuredMin = ({ bankedMs, runningSinceMs }: Timer, nowMs: InstantMs): number => {
  const ms = bankedMs + (runningSinceMs === null ? 0 : Math.max(0, nowMs - runningSinceMs));
  return Math.max(1, Math.round(ms / MINUTE_MS));
};

/** Finds out whom and what work is about, and what was typed of it before. */
export const beginWork = async (wanted: WorkStart, nowMs: InstantMs): Promise<BegunWork> => {
  const timer = wanted.isFromTimer ? await queryClient.fetchQuery(timerQuery).catch(() => null) : null;
  const ticketId = timer?.ticketId ?? wanted.ticketId;
  const detail =
    ticketId === null ? null : await queryClient.fetchQuery(ticketDetailQuery(ticketId, null)).catch(() => null);
  const customerId = wanted.customerId ?? detail?.customerId ?? null;
  const page = customerId === null ? null : await queryClient.fetchQuery(customerQuery(customerId)).catch(() => null);
  const start: WorkDraft = {
    ...EMPTY_WORK,
    ...(page === null
      ? {}
      : {
          customerText: page.row.name,
          customer: { id: page.row.id, name: page.row.name, tier: page.row.tier },
        }),
    ...(detail === null
      ? {}
      : { ticketText: detail.row.reference, ticket: { id: detail.row.id, reference: detail.row.reference } }),
    ...(timer === null ? {} : { when: String(measuredMin(timer, nowMs)) }),
  };
  const draftKey = workDraftKey({ ...wanted, ticketId, customerId });
  const kept = restoreWork(await loadDraft(draftKey), start);
  const restored = kept === null || timer === null ? kept : { ...kept, when: start.when };
  return { draftKey, start, restored, isFromTimer: timer !== null };
};
