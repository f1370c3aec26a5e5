import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { readClock, type StandingClock } from '../../../shared/sla/clock.ts';
import { presentClock, promiseOf, type PresentedClock } from '../../../shared/sla/present.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { clockText, durationText } from '../../i18n/clock-text.ts';
import { useNow } from '../../state/now-store.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';

type Reading = {
  readonly presented: PresentedClock;
  readonly figure: string;
  readonly counted: string;
  readonly target: string | null;
};

const isSameReading = (a: Reading, b: Reading): boolean =>
  a.figure === b.figure && a.counted === b.counted && a.presented.state === b.presented.state && a.target === b.target;

/** The figure of a clock to the second: what is left, also where the list shows the due instant. */
const useReading = (clock: StandingClock): Reading => {
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
const useNotes = (clock: StandingClock, { state, isPaused, opensAtMs }: PresentedClock, isBeta: boolean): string[] => {
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

const useDueLine = (clock: StandingClock): string | null => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  if (!('dueAtMs' in clock) || clock.dueAtMs === null) return null;
  const at = instants.due(clock.dueAtMs);
  return intl.formatMessage(
    { id: 'clock.dueAt' },
    { at: isForeignZone ? `${at} ${instants.zoneName(clock.dueAtMs)}` : at },
  );
};

type ClockProps = { readonly clock: StandingClock; readonly label: string };

const CountedLine = ({ reading }: { readonly reading: Reading }) => {
  const intl = useIntl();
  const { counted, target, presented } = reading;
  if (presented.state === 'none') return null;
  return (
    <span>
      {target === null
        ? intl.formatMessage({ id: 'ticket.elapsed' }, { counted })
        : intl.formatMessage({ id: 'ticket.counted' }, { counted, target })}
    </span>
  );
};

const Bar = ({ share }: { readonly share: number | null }) =>
  share === null ? null : (
    <span className="big-bar" aria-hidden="true">
      <span style={{ transform: `scaleX(${share})` }} />
    </span>
  );

const ResolutionClock = ({ clock, label, isBeta }: ClockProps & { readonly isBeta: boolean }) => {
  const intl = useIntl();
  const { rules } = useApp();
  const reading = useReading(clock);
  const { presented, figure } = reading;
  const promise = promiseOf(clock, rules);
  const due = useDueLine(clock);
  const notes = useNotes(clock, presented, isBeta);
  return (
    <div className="clock-card" data-clock={presented.state} data-testid="resolution-clock">
      <h3>
        {label}
        {promise === null ? null : <span> · {intl.formatMessage({ id: `promise.${promise}` })}</span>}
      </h3>
      <div className="clock-big">
        <span className="clock-figure" role="timer" data-testid="resolution-figure">
          {figure}
        </span>
        <span className="clock-word">
          <ClockIcon state={presented.state} /> {intl.formatMessage({ id: `clock.${presented.state}` })}
        </span>
      </div>
      <Bar share={presented.usedShare} />
      <div className="clock-foot">
        {due === null ? null : <span>{due}</span>}
        <CountedLine reading={reading} />
      </div>
      {notes.map((note) => (
        <p className="clock-note" key={note}>
          {note}
        </p>
      ))}
    </div>
  );
};

const ResponseClock = ({ clock, label }: ClockProps) => {
  const intl = useIntl();
  const reading = useReading(clock);
  const { presented, figure } = reading;
  const due = useDueLine(clock);
  const isOver = presented.time.kind === 'met' || presented.time.kind === 'nothing';
  return (
    <div className="clock-card clock-small" data-clock={presented.state} data-testid="response-clock">
      <h3>
        {label}
        {clock.kind === 'none' ? null : <span> · {intl.formatMessage({ id: 'promise.internal' })}</span>}
      </h3>
      <div className="clock-row">
        <span className="clock-word">
          <ClockIcon state={presented.state} /> {intl.formatMessage({ id: `clock.${presented.state}` })}
        </span>
        {isOver ? null : <span className="clock-figure">{figure}</span>}
        <span className="grow" />
        <CountedLine reading={reading} />
      </div>
      {isOver || due === null ? null : <p className="clock-note">{due}</p>}
    </div>
  );
};

type Props = {
  readonly resolution: StandingClock;
  readonly firstResponse: StandingClock;
  readonly isBeta: boolean;
};

/** Both clocks of a ticket, to the second. */
export const TicketClocks = ({ resolution, firstResponse, isBeta }: Props) => {
  const intl = useIntl();
  return (
    <>
      <ResolutionClock clock={resolution} label={intl.formatMessage({ id: 'ticket.resolution' })} isBeta={isBeta} />
      <ResponseClock clock={firstResponse} label={intl.formatMessage({ id: 'ticket.responded' })} />
    </>
  );
};
