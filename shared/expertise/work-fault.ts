import { DAY_MS, MINUTE_MS, isInstant, type InstantMs } from '../time/instant.ts';

/** Nobody works for longer at one go: what is longer is a slip of the keyboard. */
export const LONGEST_WORK_MS = DAY_MS;

export type WorkFaultCode =
  'work/ends-before-start' | 'work/no-minutes' | 'work/not-whole-minutes' | 'work/too-long' | 'work/out-of-range';

/** What is wrong with an interval of work, or null; the message says what to do. */
export const workFault = ({
  startMs,
  endMs,
}: {
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
}): { readonly code: WorkFaultCode; readonly message: string } | null => {
  if (!isInstant(startMs) || !isInstant(endMs)) {
    return { code: 'work/out-of-range', message: 'the work is not between 1970 and 2099; check the dates' };
  }
  if (endMs < startMs) {
    return { code: 'work/ends-before-start', message: 'the work ends before it starts; change one of the two' };
  }
  if (endMs === startMs) return { code: 'work/no-minutes', message: 'the work has no minutes; give its end' };
  if (startMs % MINUTE_MS !== 0 || endMs % MINUTE_MS !== 0) {
    return { code: 'work/not-whole-minutes', message: 'work is logged in whole minutes; leave the seconds out' };
  }
  if (endMs - startMs > LONGEST_WORK_MS) {
    return { code: 'work/too-long', message: 'the work lasts more than 24 hours; log each day by itself' };
  }
  return null;
};
