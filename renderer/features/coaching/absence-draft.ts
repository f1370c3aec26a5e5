import { localToInstant, offsetAt, type Zone } from '../../../shared/calendar/zone.ts';
import { dayEndMs } from '../../../shared/expertise/parse-day.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { momentText } from '../../../shared/time/parse-moment.ts';
import { readWhen, whenMs } from '../customers/read-when.ts';

/** An absence as it is typed: days, the last of them whole, or moments. */
export type AbsenceDraft = {
  readonly expert: string;
  readonly isWholeDays: boolean;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
};

export type AbsenceProblems = {
  readonly expert?: 'expert';
  readonly from?: 'when';
  readonly until?: 'when' | 'order';
  readonly reason?: 'reason';
};

type Span = { readonly fromMs: InstantMs; readonly untilMs: InstantMs };

const localDay = (zone: Zone, ms: InstantMs): number => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS) * DAY_MS;

const isMidnight = (zone: Zone, ms: InstantMs): boolean => localToInstant(zone, localDay(zone, ms)) === ms;

/** An absence that was saved, as it would be typed. */
export const absenceDraftOf = (
  absence: Span & { readonly expert: string; readonly reason: string },
  zone: Zone,
): AbsenceDraft => {
  const { expert, reason, fromMs, untilMs } = absence;
  const isWholeDays = isMidnight(zone, fromMs) && isMidnight(zone, untilMs);
  const from = momentText(zone, fromMs);
  const until = momentText(zone, isWholeDays ? untilMs - 1 : untilMs);
  return isWholeDays
    ? { expert, reason, isWholeDays, from: from.slice(0, 10), until: until.slice(0, 10) }
    : { expert, reason, isWholeDays, from, until };
};

/** The instant that was typed; in whole days the beginning of its day. */
export const readEdge = (text: string, isWholeDays: boolean, zone: Zone, nowMs: InstantMs): InstantMs | null => {
  const ms = whenMs(readWhen(text, { side: 'either', nowMs, zone }));
  return ms === null || !isWholeDays ? ms : localToInstant(zone, localDay(zone, ms));
};

/** The absence that was typed, or what is wrong, field by field. In whole days nothing typed as the last is the first. */
export const readAbsence = (
  draft: AbsenceDraft,
  zone: Zone,
  nowMs: InstantMs,
): { readonly span: Span } | { readonly problems: AbsenceProblems } => {
  const { isWholeDays } = draft;
  const fromMs = readEdge(draft.from, isWholeDays, zone, nowMs);
  const lastMs = isWholeDays && draft.until.trim() === '' ? fromMs : readEdge(draft.until, isWholeDays, zone, nowMs);
  const untilMs = lastMs === null || !isWholeDays ? lastMs : dayEndMs(zone, lastMs);
  const isOrderWrong = fromMs !== null && untilMs !== null && untilMs <= fromMs;
  const problems: AbsenceProblems = {
    ...(draft.expert.trim() === '' ? { expert: 'expert' } : {}),
    ...(fromMs === null ? { from: 'when' } : {}),
    ...(untilMs === null && (!isWholeDays || draft.until.trim() !== '') ? { until: 'when' } : {}),
    ...(isOrderWrong ? { until: 'order' } : {}),
    ...(draft.reason.trim() === '' ? { reason: 'reason' } : {}),
  };
  if (Object.keys(problems).length > 0 || fromMs === null || untilMs === null) return { problems };
  return { span: { fromMs, untilMs } };
};
