import type { IntlShape } from 'react-intl';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import type { InstantFormat } from '../../../shared/i18n/instant-format.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';

export type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };

/** `1 h 30` */
export const lengthText = (intl: IntlShape, minutes: number): string =>
  durationText(minutes * 60, (value) => intl.formatNumber(value));

export const minutesOf = ({ startMs, endMs }: Span): number => Math.round((endMs - startMs) / MINUTE_MS);

/** `Thu 26 Nov 14:00–15:30`; both days where it goes over midnight. */
export const spanText = (instants: InstantFormat, { startMs, endMs }: Span): string =>
  instants.dayKey(startMs) === instants.dayKey(endMs - 1)
    ? `${instants.due(startMs)}–${instants.time(endMs)}`
    : `${instants.due(startMs)} – ${instants.due(endMs)}`;

/** `14:00–15:30` */
export const timesText = (instants: InstantFormat, { startMs, endMs }: Span): string =>
  `${instants.time(startMs)}–${instants.time(endMs)}`;

/** From where days say enough, and from where hours do. */
const IN_DAYS_FROM_MS = 2 * DAY_MS;
const IN_HOURS_FROM_MS = 10 * HOUR_MS;

const wholeSeconds = (ms: number): number => {
  const stepMs = ms >= IN_HOURS_FROM_MS ? HOUR_MS : MINUTE_MS;
  return Math.max(60, (Math.floor(ms / stepMs) * stepMs) / SECOND_MS);
};

const spanOfTime = (intl: IntlShape, ms: number): string =>
  ms >= IN_DAYS_FROM_MS
    ? intl.formatMessage({ id: 'session.days' }, { count: Math.floor(ms / DAY_MS) })
    : durationText(wholeSeconds(ms), (value) => intl.formatNumber(value));

/** How long before its start something is called off; null where it has no time yet. */
export const noticeText = (intl: IntlShape, noticeMs: number | null): string => {
  if (noticeMs === null) return intl.formatMessage({ id: 'session.notice.untimed' });
  const id = noticeMs > 0 ? 'session.notice.before' : 'session.notice.after';
  return intl.formatMessage({ id }, { span: spanOfTime(intl, Math.abs(noticeMs)) });
};

/** `3 days ago` */
export const agoText = (intl: IntlShape, atMs: InstantMs, nowMs: InstantMs): string => {
  const ms = Math.max(0, nowMs - atMs);
  const say = (count: number, unit: 'day' | 'hour' | 'minute'): string =>
    intl.formatRelativeTime(-count, unit, { numeric: 'auto' });
  if (ms >= DAY_MS) return say(Math.floor(ms / DAY_MS), 'day');
  if (ms >= HOUR_MS) return say(Math.floor(ms / HOUR_MS), 'hour');
  return ms < MINUTE_MS
    ? intl.formatRelativeTime(0, 'second', { numeric: 'auto' })
    : say(Math.floor(ms / MINUTE_MS), 'minute');
};

/** When a session was wished for. */
export const wishText = (
  intl: IntlShape,
  instants: InstantFormat,
  { fromMs, untilMs }: Pick<NonNullable<SessionPage['wish']>, 'fromMs' | 'untilMs'>,
): string => {
  const from = fromMs === null ? '' : instants.due(fromMs);
  const until = untilMs === null ? '' : instants.due(untilMs);
  if (fromMs !== null && untilMs !== null) return intl.formatMessage({ id: 'session.wish.between' }, { from, until });
  if (fromMs !== null) return intl.formatMessage({ id: 'session.wish.from' }, { from });
  return untilMs === null
    ? intl.formatMessage({ id: 'session.wish.any' })
    : intl.formatMessage({ id: 'session.wish.until' }, { until });
};
