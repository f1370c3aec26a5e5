import { useCallback, type PointerEvent } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { StandingClock } from '../../../shared/sla/clock.ts';
import { presentClock, type PresentedClock, type ShownState } from '../../../shared/sla/present.ts';
import { useApp } from '../../app-context.ts';
import { clockText, type ClockStyle } from '../../../shared/i18n/clock-text.ts';
import type { InstantFormat } from '../../../shared/i18n/instant-format.ts';
import { useNow } from '../../state/now-store.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';

type Shown = {
  readonly state: ShownState;
  readonly text: string;
  /** Percent of the target; null where there is none. */
  readonly used: number | null;
  readonly presented: PresentedClock;
};

const isSameShown = (a: Shown, b: Shown): boolean => a.text === b.text && a.state === b.state && a.used === b.used;

/** What a cell shows of a clock, renewed only when it looks different. */
const useShownClock = (clock: StandingClock, style: ClockStyle): Shown => {
  const { rules, clockWords } = useApp();
  const read = useCallback(
    (nowMs: number): Shown => {
      const presented = presentClock(clock, rules, nowMs);
      const { state, time, usedShare } = presented;
      const used = usedShare === null ? null : Math.round(usedShare * 100);
      return { state, text: clockText(time, clockWords, nowMs, style), used, presented };
    },
    [clock, rules, clockWords, style],
  );
  return useNow(read, isSameShown);
};

/** The sentence behind a cell: state, due instant, share used. */
const clockTitle = (
  intl: IntlShape,
  instants: InstantFormat,
  clock: StandingClock,
  { state, used, presented }: Shown,
): string => {
  const parts = [intl.formatMessage({ id: `clock.${state}` })];
  if (state === 'breached' && presented.isPaused) parts.push(intl.formatMessage({ id: 'clock.waiting' }));
  if ('dueAtMs' in clock && clock.dueAtMs !== null) {
    parts.push(intl.formatMessage({ id: 'clock.dueAt' }, { at: instants.due(clock.dueAtMs) }));
  }
  if (used !== null) parts.push(intl.formatMessage({ id: 'clock.used' }, { percent: used }));
  if (presented.opensAtMs !== null) {
    parts.push(intl.formatMessage({ id: 'clock.opensAt' }, { at: instants.due(presented.opensAtMs) }));
  }
  return parts.join(' · ');
};

/** Writes the sentence when the pointer comes: rows that only pass by need none. */
const useTitleOnHover = (clock: StandingClock, shown: Shown): ((event: PointerEvent<HTMLElement>) => void) => {
  const intl = useIntl();
  const { instants } = useApp();
  return ({ currentTarget }) => {
    currentTarget.title = clockTitle(intl, instants, clock, shown);
  };
};

type Props = { readonly clock: StandingClock };

/** The resolution countdown of a row: icon, figure, and a thin bar of what is used. */
export const DueCell = ({ clock }: Props) => {
  const shown = useShownClock(clock, 'cell');
  const intl = useIntl();
  return (
    <span
      className="due"
      data-clock={shown.state}
      data-testid="due-cell"
      onPointerEnter={useTitleOnHover(clock, shown)}
    >
      <span className="due-line">
        <ClockIcon state={shown.state} />
        <span className="sr-only">{intl.formatMessage({ id: `clock.${shown.state}` })} </span>
        <span className="figure">{shown.text}</span>
      </span>
      {shown.used === null ? null : (
        <span className="bar" aria-hidden="true">
          <span style={{ transform: `scaleX(${shown.used / 100})` }} />
        </span>
      )}
    </span>
  );
};

/** The first-response clock of a row, in quieter type: it only speaks up when it is late or about to be. */
export const ResponseCell = ({ clock }: Props) => {
  const shown = useShownClock(clock, 'response');
  const intl = useIntl();
  return (
    <span className="response" data-clock={shown.state} onPointerEnter={useTitleOnHover(clock, shown)}>
      {shown.state === 'atRisk' || shown.state === 'breached' ? <ClockIcon state={shown.state} size={9} /> : null}
      {shown.state === 'met' ? null : (
        <span className="sr-only">{intl.formatMessage({ id: `clock.${shown.state}` })} </span>
      )}
      {shown.text}
    </span>
  );
};
