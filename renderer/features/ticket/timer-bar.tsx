import { useQuery } from '@tanstack/react-query';
import {
  IconCheck,
  IconHistory,
  IconHourglass,
  IconPlayerPause,
  IconPlayerPlay,
  IconStopwatch,
  IconTrash,
} from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Timer } from '../../../shared/ipc/desk-schemas.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { clockFace } from '../../../shared/i18n/clock-text.ts';
import { tell } from '../../state/notice-store.ts';
import { useNow } from '../../state/now-store.ts';
import { tellRefusal } from '../desk/tell-result.ts';
import { openLogWork } from '../expertise/open-log-work.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { discardTimer, keepTimer, pauseTimer, startTimer, timerQuery } from './timer-calls.ts';
import { TimerStart } from './timer-start.tsx';

const Figure = ({ timer }: { readonly timer: Timer }) => {
  const { clockWords } = useApp();
  const { runningSinceMs, bankedMs } = timer;
  const read = useCallback(
    (nowMs: number): string => {
      const ms = bankedMs + (runningSinceMs === null ? 0 : Math.max(0, nowMs - runningSinceMs));
      return clockFace(Math.floor(ms / SECOND_MS), clockWords.number, true);
    },
    [bankedMs, runningSinceMs, clockWords],
  );
  return (
    <span className="timer-figure" role="timer" data-testid="timer-figure">
      {useNow(read)}
    </span>
  );
};

type Props = {
  /** The ticket on the page; null where none is open. */
  readonly shownTicketId: number | null;
  /** The page shows the timer of its own ticket, the footer of the list that of another. */
  readonly place: 'page' | 'footer';
};

/** The caller's timer: how long it ran, and what to do with it. */
export const TimerBar = ({ shownTicketId, place }: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const [isDating, setIsDating] = useState(false);
  const { data: timer } = useQuery(timerQuery);
  if (timer === undefined || timer === null) return null;
  const isShown = timer.ticketId === shownTicketId;
  if (isShown !== (place === 'page')) return null;
  const { reference, ticketId, runningSinceMs } = timer;
  const attempt = (action: () => Promise<unknown>): void => {
    action().catch(tellRefusal);
  };
  const word = (id: string): string => intl.formatMessage({ id });
  const keep = async (): Promise<void> => {
    const commandId = await keepTimer();
    tell('done', intl.formatMessage({ id: 'page.timer.kept' }, { reference }), commandId);
  };
  const isRunning = runningSinceMs !== null;
  return (
    <section
      className="timer-bar"
      data-place={place}
      data-running={isRunning || undefined}
      aria-label={word('page.timer')}
      data-testid="timer-bar"
    >
      <IconStopwatch size={15} stroke={1.9} aria-hidden="true" />
      {isRunning ? null : <span className="timer-state">{word('page.timer.paused')}</span>}
      {place === 'page' ? null : (
        <button type="button" className="link" onClick={() => openTicket(ticketId)}>
          <bdi>{reference}</bdi>
        </button>
      )}
      <Figure timer={timer} />
      <span className="grow" />
      <button
        type="button"
        className="timer-button"
        onClick={() => attempt(isRunning ? pauseTimer : () => startTimer(ticketId, null))}
      >
        {isRunning ? (
          <IconPlayerPause size={13} stroke={2} aria-hidden="true" />
        ) : (
          <IconPlayerPlay size={13} stroke={2} aria-hidden="true" />
        )}
        {word(isRunning ? 'page.timer.pause' : 'page.timer.continue')}
      </button>
      <button type="button" className="timer-button" onClick={() => attempt(keep)}>
        <IconCheck size={13} stroke={2} aria-hidden="true" />
        {word('page.timer.keep')}
      </button>
      {state.me.role === 'agent' ? null : (
        <button
          type="button"
          className="timer-button"
          onClick={() => openLogWork({ ticketId, isFromTimer: true })}
          data-testid="timer-log-work"
        >
          <IconHourglass size={13} stroke={2} aria-hidden="true" />
          {word(place === 'page' ? 'page.timer.logWork' : 'expertise.logWork')}
        </button>
      )}
      {place === 'footer' ? null : (
        <button
          type="button"
          className="icon-button"
          aria-pressed={isDating}
          onClick={() => setIsDating(!isDating)}
          title={word('page.timer.backDate')}
        >
          <IconHistory size={14} stroke={2} aria-hidden="true" />
          <span className="sr-only">{word('page.timer.backDate')}</span>
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        onClick={() => attempt(discardTimer)}
        title={word('page.timer.discard')}
      >
        <IconTrash size={14} stroke={2} aria-hidden="true" />
        <span className="sr-only">{word('page.timer.discard')}</span>
      </button>
      {isDating && place === 'page' ? (
        <TimerStart
          onStart={(atMs) => {
            setIsDating(false);
            attempt(() => startTimer(ticketId, atMs));
          }}
          onCancel={() => setIsDating(false)}
        />
      ) : null}
    </section>
  );
};
