import { useRef, useSyncExternalStore } from 'react';
import { END_INSTANT_MS, FIRST_INSTANT_MS, MINUTE_MS, SECOND_MS, type InstantMs } from '../../shared/time/instant.ts';

/** A timer may fire a little before its second. */
const EARLY_MS = 20;

const wholeSecond = (): InstantMs => {
  const second = Math.floor((Date.now() + EARLY_MS) / SECOND_MS) * SECOND_MS;
  return Math.min(Math.max(second, FIRST_INSTANT_MS), END_INSTANT_MS - SECOND_MS);
};

const listeners = new Set<() => void>();
let nowMs = wholeSecond();
/** The past instant that the window shows; null while it shows the present. */
let frozenMs: InstantMs | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const tick = (): void => {
  nowMs = frozenMs ?? wholeSecond();
  for (const listener of listeners) listener();
  arm();
};

const arm = (): void => {
  clearTimeout(timer);
  timer = undefined;
  if (listeners.size === 0 || document.hidden || frozenMs !== null) return;
  timer = setTimeout(tick, SECOND_MS - (Date.now() % SECOND_MS));
};

const onVisibilityChange = (): void => (document.hidden ? arm() : tick());

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    nowMs = frozenMs ?? wholeSecond();
    document.addEventListener('visibilitychange', onVisibilityChange);
  }
  listeners.add(listener);
  if (timer === undefined) arm();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', onVisibilityChange);
    arm();
  };
};

/** The present second, as all of the window shows it: the instant that is looked at while that is a past one. */
export const getNowMs = (): InstantMs => nowMs;

/** The present second also while the window shows a past one. */
export const getRealNowMs = (): InstantMs => wholeSecond();

/** Stops the window's clock at an instant; null lets it run again. */
export const freezeNow = (atMs: InstantMs | null): void => {
  frozenMs = atMs;
  tick();
};

type Seen<Value> = { readonly read: (nowMs: InstantMs) => Value; readonly atMs: InstantMs; readonly value: Value };

/**
 * What the present second says. The window has one tick; a component renders only when its own value has changed, so `read` must return
 * what is shown and not the instant itself.
 */
export const useNow = <Value>(
  read: (nowMs: InstantMs) => Value,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Value => {
  const seen = useRef<Seen<Value> | null>(null);
  return useSyncExternalStore(subscribe, () => {
    const last = seen.current;
    if (last !== null && last.atMs === nowMs && last.read === read) return last.value;
    const fresh = read(nowMs);
    const value = last !== null && isSame(last.value, fresh) ? last.value : fresh;
    seen.current = { read, atMs: nowMs, value };
    return value;
  });
};

/** The minute of an instant, for what is shown to the minute: `useNow(wholeMinute)` renders once a minute. */
export const wholeMinute = (nowMs: InstantMs): InstantMs => Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
