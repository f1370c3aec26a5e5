import { memo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import { clip, SHOWN_IN_PARAGRAPH } from '../../../shared/text/clip.ts';
import { useApp } from '../../app-context.ts';
import { eventRecord, isOfPart, TIMELINE_PARTS, type TimelinePart } from './event-record.ts';
import { eventTexts } from './event-texts.ts';
import { eventWords } from './event-words.ts';

/** Events drawn at first; the rest on demand. */
const FIRST_EVENTS = 200;

/** Who recorded it, when that was later, and who undid it. */
const Recording = ({ event }: { readonly event: TimelineEvent }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { recordedBy, isBackDated, approvedBy } = eventRecord(event);
  const told = [
    ...(recordedBy === null ? [] : [recordedBy]),
    ...(isBackDated ? [intl.formatMessage({ id: 'page.recordedAt' }, { at: instants.due(event.recordedAtMs) })] : []),
    ...(approvedBy === null ? [] : [intl.formatMessage({ id: 'event.approvedBy' }, { name: approvedBy })]),
    ...(event.voidedBy === null ? [] : [intl.formatMessage({ id: 'page.undoneBy' }, { name: event.voidedBy })]),
  ];
  return told.length === 0 ? null : (
    <p className="event-record">
      <bdi>{told.join(' · ')}</bdi>
    </p>
  );
};

const Texts = ({ event }: { readonly event: TimelineEvent }) => {
  const intl = useIntl();
  const texts = eventTexts(event);
  if (texts.length === 0) return null;
  return (
    <div className="comment">
      {texts.map(({ label, text }) => (
        <p key={label}>
          {label === null ? null : <span className="comment-label">{intl.formatMessage({ id: label })}</span>}
          <bdi>{clip(text, SHOWN_IN_PARAGRAPH)}</bdi>
        </p>
      ))}
    </div>
  );
};

const Entry = memo(({ event, isNewDay }: { readonly event: TimelineEvent; readonly isNewDay: boolean }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const isUndone = event.voidedBy !== null;
  const words = <bdi>{eventWords(intl, event)}</bdi>;
  return (
    <>
      {isNewDay ? <li className="timeline-day">{instants.day(event.atMs)}</li> : null}
      <li
        className="timeline-event"
        data-testid="timeline-event"
        data-kind={event.kind}
        data-undone={isUndone || undefined}
      >
        <time dateTime={new Date(event.atMs).toISOString()} title={instants.full(event.atMs)}>
          {instants.time(event.atMs)}
        </time>
        <div>
          {isUndone ? <s>{words}</s> : words}
          <Texts event={event} />
          <Recording event={event} />
        </div>
      </li>
    </>
  );
});

type PartsProps = { readonly part: TimelinePart; readonly onChoose: (part: TimelinePart) => void };

const Parts = ({ part, onChoose }: PartsProps) => {
  const intl = useIntl();
  return (
    <div className="parts" role="group" aria-label={intl.formatMessage({ id: 'page.part' })}>
      {TIMELINE_PARTS.map((one) => (
        <button type="button" key={one} aria-pressed={one === part} onClick={() => onChoose(one)}>
          {intl.formatMessage({ id: `page.part.${one}` })}
        </button>
      ))}
    </div>
  );
};

/** All that happened to a ticket, the newest first. */
export const TicketTimeline = ({ events }: { readonly events: readonly TimelineEvent[] }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const [isWhole, setIsWhole] = useState(false);
  const [part, setPart] = useState<TimelinePart>('all');
  const newestFirst = events.filter((event) => isOfPart(event, part)).reverse();
  const shown = isWhole ? newestFirst : newestFirst.slice(0, FIRST_EVENTS);
  const dayOf = (event: TimelineEvent | undefined): string | null =>
    event === undefined ? null : instants.dayKey(event.atMs);
  return (
    <section className="card" aria-label={intl.formatMessage({ id: 'ticket.timeline' })}>
      <div className="timeline-head">
        <h3>
          {intl.formatMessage({ id: 'ticket.timeline' })}{' '}
          <span className="count">{intl.formatNumber(newestFirst.length)}</span>
        </h3>
        <Parts part={part} onChoose={setPart} />
      </div>
      <ol className="timeline">
        {shown.map((event, i) => (
          <Entry event={event} isNewDay={dayOf(event) !== dayOf(shown[i - 1])} key={event.id} />
        ))}
      </ol>
      {shown.length < newestFirst.length ? (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          {intl.formatMessage({ id: 'ticket.allEvents' }, { count: newestFirst.length })}
        </button>
      ) : null}
    </section>
  );
};
