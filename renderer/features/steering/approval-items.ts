import type { PendingOverage } from '../../../shared/ipc/expertise-schemas.ts';
import type { RequestLine } from '../../../shared/ipc/steering-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

/** Something that a lead decides: a request, or work beyond what is covered. */
export type ApprovalItem =
  | { readonly kind: 'request'; readonly id: string; readonly atMs: InstantMs; readonly line: RequestLine }
  | { readonly kind: 'overage'; readonly id: string; readonly atMs: InstantMs; readonly pending: PendingOverage };

export const toRequestItem = (line: RequestLine): ApprovalItem => ({
  ...{ kind: 'request', id: line.id, line },
  atMs: line.decided?.atMs ?? line.askedAtMs,
});

/** What waits, whoever waits longest first. */
export const waitingItems = (requests: readonly RequestLine[], overage: readonly PendingOverage[]): ApprovalItem[] =>
  [
    ...requests.filter(({ state }) => state === 'waiting').map(toRequestItem),
    ...overage.map((pending): ApprovalItem => {
      const { id, recordedAtMs } = pending.entry;
      return { kind: 'overage', id, atMs: recordedAtMs, pending };
    }),
  ].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
