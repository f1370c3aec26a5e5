import { memo } from 'react';
import { useCoachingStore } from '../../../state/coaching-store.ts';
import type { TimedRow } from './layout.ts';
import type { CalendarWords } from './use-calendar-words.ts';
import { useHeldKeys } from './use-held-keys.ts';

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
  /** There is no room for more than when it begins. */
  readonly isNarrow: boolean;
  readonly words: CalendarWords;
};

type Size = 'short' | 'pair' | 'usual' | 'tall';

/** How many lines there is room for: one, two, three, or four. */
const sizeOf = (minutes: number): Size => {
  if (minutes < 40) return 'short';
  if (minutes < 55) return 'pair';
  return minutes < 75 ? 'usual' : 'tall';
};

/**
 * A session in its expert's day; the grid hears what is pressed on it. Hundreds are drawn at once: it has as few elements as it can, and its
 * sign is drawn by the style of its state.
 */
export const SessionBlock = memo(function SessionBlock(props: Props) {
  const { row, topMin, endMin, lane, lanes, mayMove, isAgainst, isNarrow, words } = props;
  const isShown = useCoachingStore(({ sessionId }) => sessionId === row.id);
  const button = useHeldKeys(row.id);
  const size = sizeOf(endMin - topMin);
  const kind = words.kind(row);
  const state = words.state(row);
  const isKindShown = size === 'usual' || size === 'tall';
  const rest = [isKindShown ? null : kind, size === 'tall' ? null : state, words.where(row)];
  return (
    <button
      ref={button}
      type="button"
      className="cal-session"
      tabIndex={-1}
      data-session={row.id}
      data-state={row.state}
      data-size={size}
      data-movable={mayMove || undefined}
      data-against={isAgainst || undefined}
      aria-current={isShown || undefined}
      aria-describedby={mayMove ? 'calendar-hint' : 'calendar-show-hint'}
      title={words.session(row)}
      style={{
        top: `calc(${topMin} * var(--minute))`,
        height: `calc(${endMin - topMin} * var(--minute) - 2px)`,
        left: `${(lane * 100) / lanes}%`,
        width: `calc(${100 / lanes}% - 3px)`,
      }}
      data-testid="calendar-session"
    >
      <span className="cal-session-time">{isNarrow || lanes > 1 ? words.from(row) : words.times(row)}</span>
      <bdi className="cal-session-customer">{row.customer}</bdi>
      {isKindShown ? <span className="cal-session-kind">{size === 'tall' ? `${kind}\n${state}` : kind}</span> : null}
      <span className="sr-only">
        {rest.filter((one) => one !== null).join(', ')}
        {isAgainst ? `. ${words.word('against')}` : null}
      </span>
    </button>
  );
});
