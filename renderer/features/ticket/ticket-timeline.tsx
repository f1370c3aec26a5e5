import { memo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { eventText, eventWords } from './event-words.ts';

/** Events drawn at first; the rest on demand. */
const FIRST_EVENTS = 200;

const Entry = memo(({ event, isNewDay }: { readonly event: TimelineEvent; readonly isNewDay: boolean }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const text = eventText(event);
  return (
    <>
      {isNewDay ? <li className="timeline-day">{instants.day(event.atMs)}</li> : null}
      <li className="timeline-event" data-testid="timeline-event" data-kind={event.kind}>
        <time dateTime={new Date(event.atMs).toISOString()} title={instants.full(event.atMs)}>
          {instants.time(event.atMs)}
        </time>
        <div>
          <bdi>{eventWords(intl, event)}</bdi>
          {text === null ? null : (
            <p className="comment">
              <bdi>{text}</bdi>
            </p>
          )}
        </div>
      </li>
    </>
  );
});

/** All that happened to a ticket, the newest first. */
export const TicketTimeline = ({ events }: { readonly events: readonly TimelineEvent[] }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const [isWhole, setIsWhole] = useState(false);
  const newestFirst = [...events].reverse();
  const shown = isWhole ? newestFirst : newestFirst.slice(0, FIRST_EVENTS);
  const dayOf = (event: TimelineEvent | undefined): string | null =>
    event === undefined ? null : instants.dayKey(event.atMs);
  return (
    <section className="card" aria-label={intl.formatMessage({ id: 'ticket.timeline' })}>
      <h3>
        {intl.formatMessage({ id: 'ticket.timeline' })}{' '}
        <span className="count">{intl.formatNumber(events.length)}</span>
      </h3>
      <ol className="timeline">
        {shown.map((event, i) => (
          <Entry event={event} isNewDay={dayOf(event) !== dayOf(shown[i - 1])} key={event.id} />
        ))}
      </ol>
      {shown.length < events.length ? (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          {intl.formatMessage({ id: 'ticket.allEvents' }, { count: events.length })}
        </button>
      ) : null}
    </section>
  );
};
