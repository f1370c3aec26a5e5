import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useCoachingStore } from '../../../state/coaching-store.ts';
import { useGhostStore } from './calendar-store.ts';
import type { TimedRow } from './layout.ts';
import { SessionSign } from './session-sign.tsx';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = {
  readonly row: TimedRow;
  /** Minutes along the axis. */
  readonly topMin: number;
  readonly endMin: number;
  readonly lane: number;
  readonly lanes: number;
  readonly mayMove: boolean;
  /** Something that is drawn behind it stands against it. */
  readonly isAgainst: boolean;
  readonly words: CalendarWords;
};

const SHORT_MIN = 40;
const TALL_MIN = 75;

/** A session in its expert's day. The grid hears what is pressed on it. */
export const SessionBlock = memo(function SessionBlock(props: Props) {
  const { row, topMin, endMin, lane, lanes, mayMove, isAgainst, words } = props;
  const isShown = useCoachingStore(({ sessionId }) => sessionId === row.id);
  const isLifted = useGhostStore(({ ghost }) => ghost?.row?.id === row.id);
  const length = endMin - topMin;
  const said = words.session(row);
  return (
    <button
      type="button"
      className="cal-session"
      tabIndex={-1}
      data-session={row.id}
      data-state={row.state}
      data-size={length < SHORT_MIN ? 'short' : length < TALL_MIN ? 'usual' : 'tall'}
      data-movable={mayMove || undefined}
      data-lifted={isLifted || undefined}
      aria-current={isShown || undefined}
      aria-describedby={mayMove ? 'calendar-hint' : 'calendar-show-hint'}
      title={said}
      style={{
        top: `calc(${topMin} * var(--minute))`,
        height: `calc(${length} * var(--minute) - 2px)`,
        left: `${(lane * 100) / lanes}%`,
        width: `calc(${100 / lanes}% - 3px)`,
      }}
      data-testid="calendar-session"
    >
      {mayMove ? <span className="cal-edge" data-edge="start" /> : null}
      <span className="cal-session-text">
        <span className="cal-session-time">
          <SessionSign state={row.state} />
          <span>
            {words.from(row)}
            <span className="cal-session-until">–{words.until(row)}</span>
          </span>
          {isAgainst ? <IconAlertTriangle className="cal-against" size={12} stroke={2.2} aria-hidden="true" /> : null}
        </span>
        <bdi className="cal-session-customer">{row.customer}</bdi>
        <span className="cal-session-kind">{words.kind(row)}</span>
        <span className="cal-session-state">{words.state(row)}</span>
        <span className="sr-only">
          {words.where(row)}
          {isAgainst ? words.word('against') : null}
        </span>
      </span>
      {mayMove ? <span className="cal-edge" data-edge="end" /> : null}
    </button>
  );
});
