import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { readClock, type StandingClock } from '../../../shared/sla/clock.ts';
import { presentClock, type PresentedClock } from '../../../shared/sla/present.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { clockText, durationText } from '../../../shared/i18n/clock-text.ts';
import { useNow } from '../../state/now-store.ts';

/** A clock as the detail tells it. */
export type Reading = {
  readonly presented: PresentedClock;
  readonly figure: string;
  readonly counted: string;
  readonly target: string | null;
};

const isSameReading = (a: Reading, b: Reading): boolean =>
  a.figure === b.figure && a.counted === b.counted && a.presented.state === b.presented.state && a.target === b.target;

/** The figure of a clock to the second: what is left, also where the list shows the due instant. */
export const useReading = (clock: StandingClock): Reading => {
  const { rules, clockWords } = useApp();
  const read = useCallback(
    (nowMs: number): Reading => {
      const presented = presentClock(clock, rules, nowMs);
      const { elapsedMs, targetMs, remainingMs } = readClock(clock, rules, nowMs);
      const isDueLater = presented.time.kind === 'dueAt' && remainingMs !== null;
      const time = isDueLater ? ({ kind: 'countdown', leftMs: remainingMs } as const) : presented.time;
      const words = (ms: number): string => durationText(Math.floor(ms / SECOND_MS), clockWords.number);
      return {
        presented,
        figure: clockText(time, clockWords, nowMs, 'exact'),
        counted: words(elapsedMs),
        target: targetMs === null ? null : words(targetMs),
      };
    },
    [clock, rules, clockWords],
  );
  return useNow(read, isSameReading);
};

/** Notes on why a clock stands still or what it was. */
export const useNotes = (
  clock: StandingClock,
  { state, isPaused, opensAtMs }: PresentedClock,
  isBeta: boolean,
): string[] => {
  const intl = useIntl();
  const { instants } = useApp();
  const notes: string[] = [];
  const isOfBusiness = 'calendar' in clock && clock.calendar === 'business';
  if (isBeta && clock.kind === 'none') notes.push(intl.formatMessage({ id: 'ticket.betaNote' }));
  if (isPaused) notes.push(intl.formatMessage({ id: 'ticket.pausedNote' }));
  if (opensAtMs !== null && clock.kind === 'running') {
    notes.push(intl.formatMessage({ id: 'ticket.closedNote' }, { at: instants.due(opensAtMs) }));
  } else if (isOfBusiness && !isPaused) notes.push(intl.formatMessage({ id: 'ticket.businessNote' }));
  if ('hasBreached' in clock && clock.hasBreached === true && state !== 'breached') {
    notes.push(intl.formatMessage({ id: 'ticket.everBreachedNote' }));
  }
  return notes;
};

/** When a clock is due, with the zone's name where it is not this machine's. */
export const useDueLine = (clock: StandingClock): string | null => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  if (!('dueAtMs' in clock) || clock.dueAtMs === null) return null;
  const at = instants.due(clock.dueAtMs);
  return intl.formatMessage(
    { id: 'clock.dueAt' },
    { at: isForeignZone ? `${at} ${instants.zoneName(clock.dueAtMs)}` : at },
  );
};
