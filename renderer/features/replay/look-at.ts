import { SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { queueCountsQuery, queuePageQuery, ticketDetailQuery, type AsOf } from '../../ipc/queries.ts';
import { checkTickets, closeForm, goTo, useDeskStore } from '../../state/desk-store.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { backToNow, isPast, openReplay, showInstant, useReplayStore, wantInstant } from '../../state/replay-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { tellRefusal } from '../desk/tell-result.ts';
import { listenAhead, takeTypedAhead } from '../../ui/dialog-type-ahead.ts';
import { focusQueue } from '../queue/focus.ts';

export const REPLAY_FIELD_ID = 'replay-field';

/** Shows the field for an instant, or goes back to it. What is typed before it is there is kept for it, and is no command. */
export const openReplayField = (): void => {
  const field = document.getElementById(REPLAY_FIELD_ID);
  field?.focus();
  if (field !== null) return;
  if (useDeskStore.getState().place !== 'queue') goTo('queue');
  listenAhead();
  openReplay();
};

/** Fetches what the window will show, so that nothing of another instant stands there meanwhile. */
const askAhead = async (asOfMs: AsOf): Promise<void> => {
  const { filter, sort, selectedId, isDetailOpen } = useUiStore.getState();
  await Promise.all([
    queryClient.fetchQuery(queuePageQuery({ filter, sort, asOfMs }, 0)),
    queryClient.prefetchQuery(queueCountsQuery(filter, asOfMs)),
    isDetailOpen && selectedId !== null ? queryClient.prefetchQuery(ticketDetailQuery(selectedId, asOfMs)) : null,
  ]);
};

const isWanted = (atMs: InstantMs): boolean => useReplayStore.getState().wantedMs === atMs;

/** Back to the present, once it is there to be shown. */
export const leavePast = (): void => {
  // A field that never came hears no more keys.
  takeTypedAhead();
  wantInstant(null);
  const leave = (): void => {
    if (useReplayStore.getState().wantedMs !== null) return;
    backToNow();
    focusQueue();
  };
  if (isPast()) askAhead(null).then(leave, leave);
  else leave();
};

/** Shows everything as it stood at an instant, to the second; what is not past is now. */
export const lookAt = async (instantMs: InstantMs): Promise<void> => {
  const atMs = Math.floor(instantMs / SECOND_MS) * SECOND_MS;
  if (atMs >= getRealNowMs()) {
    leavePast();
    return;
  }
  closeForm();
  checkTickets([]);
  wantInstant(atMs);
  try {
    await askAhead(atMs);
    if (isWanted(atMs)) showInstant(atMs);
  } catch (error) {
    if (!isWanted(atMs)) return;
    wantInstant(null);
    tellRefusal(error);
  }
};
