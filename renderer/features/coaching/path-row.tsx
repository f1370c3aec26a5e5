import {
  IconCalendarCheck,
  IconCalendarEvent,
  IconCheck,
  IconClockExclamation,
  IconFileText,
  IconHourglass,
  IconUserX,
  IconX,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { openCoachingDialog } from '../../state/coaching-store.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { useHoursWords } from '../expertise/use-hours-words.ts';
import { goToSession } from './go-to-session.ts';
import { isAhead, isToClose, isUnposted, standingOf, type PathSession, type PathStanding } from './path-order.ts';

const SIGNS: Readonly<Record<PathStanding, typeof IconCheck>> = {
  asked: IconHourglass,
  planned: IconCalendarEvent,
  confirmed: IconCalendarCheck,
  toClose: IconClockExclamation,
  done: IconCheck,
  cancelled: IconX,
  noShow: IconUserX,
};

const useRights = ({ expert }: PathSession): { readonly mayPlan: boolean; readonly mayFinish: boolean } => {
  const { me } = useApp().state;
  const isPast = useIsPast();
  const mayPlan = me.role !== 'agent' && !isPast;
  return { mayPlan, mayFinish: mayPlan && (me.role === 'lead' || me.name === expert) };
};

type Props = { readonly session: PathSession; readonly nowMs: number; readonly isNext: boolean };

/** One session of a customer's path: when, of what, how it stands, what it took, and what can be done with it. */
export const PathRow = ({ session, nowMs, isNext }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useHoursWords();
  const { mayPlan, mayFinish } = useRights(session);
  const { id, assignment, startMs, endMs, expert, workedMin, chargedMin, reports } = session;
  const standing = standingOf(session, nowMs);
  const Sign = SIGNS[standing];
  const word = (name: string): string => intl.formatMessage({ id: `path.${name}` });
  const mayReport = mayPlan && session.state === 'done';
  return (
    <li className="path-row" data-standing={standing} data-next={isNext || undefined} data-testid="path-session">
      <span className="path-dot" aria-hidden="true">
        <Sign size={13} stroke={2.2} />
      </span>
      <span className="path-when">
        {startMs === null || endMs === null ? (
          <span className="quiet">{word('noTime')}</span>
        ) : (
          <>
            <span>{words.date(startMs)}</span>
            <span className="quiet">
              {intl.formatMessage(
                { id: 'expertise.times' },
                { from: instants.time(startMs), to: instants.time(endMs) },
              )}
            </span>
          </>
        )}
      </span>
      <span className="path-what">
        <button type="button" className="link path-open" onClick={() => goToSession(id)} data-testid="path-open">
          {intl.formatMessage({ id: `expertise.assignment.${assignment}` })}
        </button>
        <span className="quiet">{expert === null ? word('anyExpert') : <bdi>{expert}</bdi>}</span>
      </span>
      <span className="path-standing">
        <span>{word(`standing.${standing}`)}</span>
        {isNext ? <span className="path-next">{word('next')}</span> : null}
      </span>
      <span className="path-hours">
        {workedMin === 0 ? null : (
          <>
            <span>
              <span className="sr-only">{intl.formatMessage({ id: 'work.worked' })} </span>
              {words.minutes(workedMin)}
            </span>
            <span className="quiet">
              {chargedMin === 0
                ? intl.formatMessage({ id: 'work.notCharged' })
                : intl.formatMessage({ id: 'expertise.chargedOf' }, { minutes: words.minutes(chargedMin) })}
            </span>
          </>
        )}
      </span>
      <span className="path-do">
        {reports.map((language) => (
          <button
            key={language}
            type="button"
            className="banner-button"
            onClick={() => openCoachingDialog({ kind: 'report', id, language })}
            data-testid="path-report-open"
          >
            <IconFileText size={14} stroke={1.8} aria-hidden="true" className="button-sign" />
            {intl.formatMessage({ id: 'path.reportIn' }, { language: language.toUpperCase() })}
          </button>
        ))}
        {mayReport && reports.length === 0 ? (
          <button
            type="button"
            className="banner-button"
            onClick={() => openCoachingDialog({ kind: 'report', id, language: session.language })}
            data-testid="path-report"
          >
            {word('report')}
          </button>
        ) : null}
        {mayFinish && (isToClose(session, nowMs) || isUnposted(session)) ? (
          <button
            type="button"
            className="banner-button"
            onClick={() => openCoachingDialog({ kind: 'finish', id })}
            data-testid="path-finish"
          >
            {word('finish')}
          </button>
        ) : null}
        {isAhead(session, nowMs) ? (
          <button
            type="button"
            className="banner-button"
            onClick={() => openCoachingDialog({ kind: 'invitation', id })}
            data-testid="path-invitation"
          >
            {word('invitation')}
          </button>
        ) : null}
      </span>
    </li>
  );
};
