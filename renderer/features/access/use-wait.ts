import { useEffect, useState } from 'react';
import { CallFailure } from '../../ipc/client.ts';

const TICK_MS = 200;

const secondsOf = (failure: unknown): number => {
  const seconds = failure instanceof CallFailure ? failure.values['seconds'] : undefined;
  return typeof seconds === 'number' ? seconds : 0;
};

/** Seconds until one may try again, by what a refusal said; 0 where one may. */
export const useWait = (failure: unknown): number => {
  const [wait, setWait] = useState<{ readonly of: unknown; readonly untilMs: number; readonly nowMs: number }>({
    ...{ of: null, untilMs: 0, nowMs: 0 },
  });
  if (wait.of !== failure) {
    const nowMs = Date.now();
    setWait({ of: failure, untilMs: nowMs + secondsOf(failure) * 1_000, nowMs });
  }
  const isWaiting = wait.untilMs > wait.nowMs;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setWait((before) => ({ ...before, nowMs: Date.now() })), TICK_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return isWaiting ? Math.ceil((wait.untilMs - wait.nowMs) / 1_000) : 0;
};
