import { useEffect, useState } from 'react';
import { CallFailure } from '../../ipc/client.ts';

const TICK_MS = 200;

const secondsOf = (failure: unknown): number => {
  const seconds = failure instanceof CallFailure ? failure.values['seconds'] : undefined;
  return typeof seconds === 'number' ? seconds : 0;
};

/** Seconds until one may try again, by what a refusal said; 0 where one may. */
export const useWait = (failure: unknown): number => {
  const [passed, setPassed] = useState<{ readonly of: unknown; readonly ms: number }>({ of: null, ms: 0 });
  if (passed.of !== failure) setPassed({ of: failure, ms: 0 });
  const leftMs = secondsOf(failure) * 1_000 - passed.ms;
  const isWaiting = leftMs > 0;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const sinceMs = performance.now();
    const timer = setInterval(() => setPassed({ of: failure, ms: performance.now() - sinceMs }), TICK_MS);
    return () => clearInterval(timer);
  }, [failure, isWaiting]);
  return isWaiting ? Math.ceil(leftMs / 1_000) : 0;
};
