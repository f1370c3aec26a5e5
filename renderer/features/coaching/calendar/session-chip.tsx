import { memo } from 'react';
import { useCoachingStore } from '../../../state/coaching-store.ts';
import type { TimedRow } from './layout.ts';
import { SessionSign } from './session-sign.tsx';
import type { CalendarWords } from './use-calendar-words.ts';
import { useHeldKeys } from './use-held-keys.ts';

type Props = {
  readonly row: TimedRow;
  readonly time: string;
  readonly withExpert: boolean;
  readonly mayMove: boolean;
  readonly words: CalendarWords;
  /** The keys are on its day: Tab goes on to it. */
  readonly isReached: boolean;
};

/** A session in one line of a month's day. */
export const SessionChip = memo(function SessionChip({ row, time, withExpert, mayMove, words, isReached }: Props) {
  const isShown = useCoachingStore(({ sessionId }) => sessionId === row.id);
  const button = useHeldKeys(row.id);
  const said = words.session(row);
  return (
    <button
      ref={button}
      type="button"
      className="cal-chip"
      tabIndex={isReached ? 0 : -1}
      data-session={row.id}
      data-state={row.state}
      data-movable={mayMove || undefined}
      aria-current={isShown || undefined}
      aria-describedby={mayMove ? 'calendar-hint' : 'calendar-show-hint'}
      title={said}
      data-testid="calendar-session"
    >
      <SessionSign state={row.state} />
      <span className="cal-chip-time">{time}</span>
      <bdi className="cal-session-customer">{row.customer}</bdi>
      <span className="sr-only">
        {words.kind(row)}, {words.state(row)}, {words.where(row)}
      </span>
      {withExpert ? (
        <bdi className="cal-chip-expert" aria-hidden="true">
          {row.expert}
        </bdi>
      ) : null}
    </button>
  );
});
