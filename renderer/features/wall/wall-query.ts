import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoticeName } from '../../../shared/ipc/contract.ts';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { call, listen } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { useNow } from '../../state/now-store.ts';

/** So often the wall asks where nothing was told either: an answer shows that somebody is there. */
const BEAT_MS = 20 * SECOND_MS;
/** What is older was not answered in time. */
const OLD_AFTER_MS = 45 * SECOND_MS;
/** An import commits many times a second; the wall asks again this often at most. */
const ASK_EVERY_MS = SECOND_MS;
/** A turn of time is asked for just after it. */
const AFTER_TURN_MS = 50;
/** A second that took so much longer was slept through, or the clock was set. */
const JUMP_MS = 5 * SECOND_MS;
const LONGEST_WAIT_MS = 2 ** 31 - 1;

const TELL_OF_IT: readonly NoticeName[] = [
  'data:changed',
  'customer:changed',
  'coaching:changed',
  'maintenance:changed',
  'policy:changed',
];

/** An old picture is never shown first: nothing of the last visit is kept. */
export const wallQuery = queryOptions({
  queryKey: ['wall'],
  queryFn: () => call('wall:get', {}),
  refetchInterval: BEAT_MS,
  gcTime: 0,
});

const askAgain = (): void => void queryClient.invalidateQueries({ queryKey: wallQuery.queryKey });

/** Asks again when something changed, at most once a second. */
const useNotices = (): void =>
  useEffect(() => {
    let lastMs = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      timer = undefined;
      lastMs = performance.now();
      askAgain();
    };
    const hear = (): void => {
      timer ??= setTimeout(ask, Math.max(30, lastMs + ASK_EVERY_MS - performance.now()));
    };
    const stops = TELL_OF_IT.map((name) => listen(name, hear));
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, []);

/** Asks again when passing time has made another picture of it. */
const useTurns = (wall: Wall | undefined): void =>
  useEffect(() => {
    if (wall === undefined) return undefined;
    const delayMs = Math.max(ASK_EVERY_MS, wall.nextChangeAtMs - wall.asOfMs + AFTER_TURN_MS);
    const timer = setTimeout(askAgain, Math.min(delayMs, LONGEST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [wall]);

/** Calls after a sleep, a change of the clock, or a time in which nobody could see the window. */
const useJumps = (onJump: () => void): void =>
  useEffect(() => {
    let lastMs = Date.now();
    const beat = setInterval(() => {
      const passedMs = Date.now() - lastMs;
      lastMs = Date.now();
      if (passedMs < 0 || passedMs > JUMP_MS) onJump();
    }, SECOND_MS);
    const onVisibility = (): void => (document.hidden ? undefined : onJump());
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearInterval(beat);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [onJump]);

export type LiveWall = {
  readonly query: UseQueryResult<Wall>;
  /** When what is shown was so, where nobody knows that it still is; null where it is the present. */
  readonly oldSinceMs: number | null;
};

/** The wall, kept in step with the core; what may be old says so. */
export const useWall = (): LiveWall => {
  const query = useQuery(wallQuery);
  const { data, dataUpdatedAt, failureCount, isError, refetch } = query;
  const [isUnsure, setIsUnsure] = useState(false);
  const jumps = useRef(0);
  const onJump = useCallback(() => {
    const jump = ++jumps.current;
    setIsUnsure(true);
    void refetch({ cancelRefetch: true }).then(({ isSuccess }) => {
      if (isSuccess && jump === jumps.current) setIsUnsure(false);
    });
  }, [refetch]);
  useNotices();
  useTurns(data);
  useJumps(onJump);
  const isOld = useNow(useCallback((nowMs: number) => nowMs - dataUpdatedAt > OLD_AFTER_MS, [dataUpdatedAt]));
  const isDoubtful = isUnsure || isOld || isError || failureCount > 0;
  return { query, oldSinceMs: data !== undefined && isDoubtful ? data.asOfMs : null };
};
