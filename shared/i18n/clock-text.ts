import type { ShownTime } from '../sla/present.ts';
import { SECOND_MS, type InstantMs } from '../time/instant.ts';

/** What a language brings to the text of a clock. */
export type ClockWords = {
  readonly number: (value: number) => string;
  readonly dueAt: (ms: InstantMs, nowMs: InstantMs) => string;
  readonly left: (figure: string) => string;
  readonly met: string;
  readonly metAfter: (duration: string) => string;
  readonly late: (duration: string) => string;
};

export const UNKNOWN = '—';
const MINUS = '−';
/** From here on minutes say nothing more. */
const WHOLE_HOURS_FROM = 100;

const two = (value: number): string => String(value).padStart(2, '0');

type Parts = { readonly hours: number; readonly minutes: number; readonly seconds: number };

const partsOf = (seconds: number): Parts => ({
  hours: Math.floor(seconds / 3600),
  minutes: Math.floor((seconds % 3600) / 60),
  seconds: seconds % 60,
});

/**
 * A span as a clock shows it: `0:38:12` below an hour, since seconds matter there, `3:38` from an hour on. Two groups are always hours
 * and minutes, so that `7:41` is never seven minutes. `isExact` keeps the seconds.
 */
export const clockFace = (seconds: number, number: ClockWords['number'], isExact = false): string => {
  const { hours, minutes, seconds: rest } = partsOf(seconds);
  if (hours >= WHOLE_HOURS_FROM && !isExact) return `${number(hours)} h`;
  const face = `${hours}:${two(minutes)}`;
  return hours === 0 || isExact ? `${face}:${two(rest)}` : face;
};

/** A span in words of the trade: `45 s`, `20 min`, `5 h 20`, `1,203 h`. */
export const durationText = (seconds: number, number: ClockWords['number']): string => {
  const { hours, minutes, seconds: rest } = partsOf(seconds);
  if (hours >= WHOLE_HOURS_FROM) return `${number(hours)} h`;
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${two(minutes)}`;
  return minutes > 0 || rest === 0 ? `${minutes} min` : `${rest} s`;
};

/** Whole seconds as the command line counts them: what is used is rounded down, so what is left is rounded up. */
const usedSeconds = (ms: number): number => Math.floor(ms / SECOND_MS);
const leftSeconds = (ms: number): number => Math.ceil(ms / SECOND_MS);

/** `cell` is short; `response` tells how long the answer took; `exact` shows seconds and never an instant. */
export type ClockStyle = 'cell' | 'response' | 'exact';

/** The figure of a clock. */
export const clockText = (time: ShownTime, words: ClockWords, nowMs: InstantMs, style: ClockStyle): string => {
  const isExact = style === 'exact';
  switch (time.kind) {
    case 'nothing':
      return UNKNOWN;
    case 'countdown':
      return clockFace(leftSeconds(time.leftMs), words.number, isExact);
    case 'left': {
      const seconds = leftSeconds(time.leftMs);
      if (isExact) return clockFace(seconds, words.number, true);
      // It stands still: seconds would only unsettle, but the last of them are all there is.
      const isLastMinute = seconds > 0 && seconds < 60;
      return words.left(
        isLastMinute ? `${seconds} s` : clockFace(seconds, words.number).slice(0, seconds < 3600 ? 4 : undefined),
      );
    }
    case 'overdue':
      return `${MINUS}${clockFace(usedSeconds(time.overMs), words.number, isExact)}`;
    case 'dueAt':
      return words.dueAt(time.dueAtMs, nowMs);
    case 'elapsed':
      return durationText(usedSeconds(time.elapsedMs), words.number);
    case 'met':
      return style === 'response' ? words.metAfter(durationText(usedSeconds(time.elapsedMs), words.number)) : words.met;
    case 'late':
      return words.late(durationText(usedSeconds(time.overMs), words.number));
  }
};
