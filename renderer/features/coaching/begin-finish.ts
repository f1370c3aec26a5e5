import type { Zone } from '../../../shared/calendar/zone.ts';
import { workTimeText } from '../../../shared/expertise/parse-work-time.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { BegunWork } from '../expertise/begin-work.ts';
import { EMPTY_WORK, restoreWork, type WorkDraft } from '../expertise/work-draft.ts';

/** Why a session cannot be said to have been held; null where it can. */
export const finishObstacle = ({ row, workId }: SessionPage, nowMs: InstantMs): 'notBegun' | 'state' | null => {
  if (row.startMs !== null && row.startMs > nowMs) return 'notBegun';
  const isBooked = row.state === 'planned' || row.state === 'confirmed';
  // What was done may be said again where its work was taken back: the core knows.
  return isBooked || (row.state === 'done' && workId !== null) ? null : 'state';
};

/** It goes on: its work ends now, not when it was meant to. */
export const isStillOn = ({ row }: SessionPage, nowMs: InstantMs): boolean => (row.endMs ?? 0) > nowMs;

/** The work of a session as the form begins with it: its own time, kind, ticket and note. */
export const beginFinish = (
  page: SessionPage,
  { tier, kept, nowMs, zone }: { tier: string; kept: unknown; nowMs: InstantMs; zone: Zone },
): BegunWork => {
  const { row, ticket, note } = page;
  const { id, customerId, customer, startMs, endMs, expert, assignment } = row;
  const until = Math.min(endMs ?? nowMs, Math.floor(nowMs / MINUTE_MS) * MINUTE_MS);
  const start: WorkDraft = {
    ...EMPTY_WORK,
    ...{ customerText: customer, customer: { id: customerId, name: customer, tier }, assignment },
    when: startMs === null || until <= startMs ? '' : workTimeText(zone, startMs, until),
    ...(ticket === null ? {} : { ticketText: ticket.reference, ticket }),
    ...{ expert: expert ?? '', note: note ?? '' },
  };
  const restored = restoreWork(kept, start);
  // Whose it is, is the session's: only what is asked comes back.
  const { customerText, customer: whose, expert: who } = start;
  return {
    draftKey: `finish:${id}`,
    start,
    restored: restored === null ? null : { ...restored, customerText, customer: whose, expert: who },
    isFromTimer: false,
  };
};
