import { useIntl } from 'react-intl';
import type { StandingClock } from '../../../shared/sla/clock.ts';
import { promiseOf } from '../../../shared/sla/present.ts';
import { useApp } from '../../app-context.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';
import { useDueLine, useNotes, useReading, type Reading } from './use-clock-reading.ts';

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
