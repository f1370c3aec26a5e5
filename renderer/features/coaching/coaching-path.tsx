import '../../styles/hours.css';
import '../../styles/coaching-path.css';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarPlus, IconMessagePlus, IconPrinter, IconSchool } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { coachingPathQuery } from '../../ipc/coaching-queries.ts';
import { openCoachingDialog, openPlan } from '../../state/coaching-store.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { pathOrder, type PathSession } from './path-order.ts';
import { goToSession } from './go-to-session.ts';
import { PathPaper } from './path-paper.tsx';
import { PathRow } from './path-row.tsx';
import { PathSkills } from './path-skills.tsx';

/** What begins a session, by role: everybody asks, experts and leads plan. */
const Begin = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  return (
    <>
      {role === 'agent' ? null : (
        <button type="button" className="action" onClick={() => openPlan({ customerId })} data-testid="path-plan">
          <IconCalendarPlus size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'path.plan' })}
        </button>
      )}
      <button
        type="button"
        className="action"
        onClick={() => openCoachingDialog({ kind: 'ask', customerId, ticketId: null })}
        data-testid="path-ask"
      >
        <IconMessagePlus size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'path.ask' })}
      </button>
    </>
  );
};

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const intl = useIntl();
  const label = intl.formatMessage({ id: `path.${name}` });
  return (
    <section className="hours-part" aria-label={label}>
      <h3>{label}</h3>
      {children}
    </section>
  );
};

type RowsProps = {
  readonly name: 'ahead' | 'waiting' | 'past';
  readonly sessions: readonly PathSession[];
  readonly next: PathSession | null;
  readonly nowMs: number;
};

const Rows = ({ name, sessions, next, nowMs }: RowsProps) =>
  sessions.length === 0 ? null : (
    <Part name={name}>
      <ol className="path-rows" data-testid={`path-${name}`}>
        {sessions.map((session) => (
          <PathRow key={session.id} session={session} nowMs={nowMs} isNext={session === next} />
        ))}
      </ol>
    </Part>
  );

/** A customer's way through its coaching, on one page: what was held, what is to come, what it learned and what it took. */
export const CoachingPath = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const nowMs = useNow(wholeMinute);
  const [isPrinting, setIsPrinting] = useState(false);
  const { data: path, error, refetch } = useQuery(coachingPathQuery(customerId));
  const word = (id: string): string => intl.formatMessage({ id });
  if (error !== null) {
    return <FailureScreen title={word('path.failed')} error={error} retry={refetch} />;
  }
  if (path === undefined) return <p className="ticket-loading">{word('loading')}</p>;
  if (path.sessions.length === 0 && path.workedMin === 0) {
    return (
      <StateScreen
        icon={<IconSchool size={26} stroke={1.5} />}
        title={word('path.empty')}
        text={word('path.emptyText')}
      >
        <Begin customerId={path.customerId} />
      </StateScreen>
    );
  }
  const { ahead, waiting, past, next } = pathOrder(path.sessions, nowMs);
  return (
    <div className="hours path" data-testid="coaching-path">
      <header className="hours-head">
        <p className="path-now" data-testid="path-next">
          {next === null || next.startMs === null ? (
            <span className="quiet">{word('path.noNext')}</span>
          ) : (
            <>
              {word('path.next')}{' '}
              <button type="button" className="link" onClick={() => goToSession(next.id)}>
                <strong>{instants.due(next.startMs)}</strong>
              </button>{' '}
              <span className="quiet">{word(`expertise.assignment.${next.assignment}`)}</span>
            </>
          )}
        </p>
        <span className="grow" />
        <span className="hours-actions">
          <button type="button" className="action" onClick={() => setIsPrinting(true)} data-testid="path-print">
            <IconPrinter size={14} stroke={2} aria-hidden="true" /> {word('path.print')}
          </button>
          <Begin customerId={path.customerId} />
        </span>
      </header>
      <div className="path-body">
        <div className="path-timeline">
          <Rows name="ahead" {...{ sessions: ahead, next, nowMs }} />
          <Rows name="waiting" {...{ sessions: waiting, next, nowMs }} />
          <Rows name="past" {...{ sessions: past, next, nowMs }} />
        </div>
        <Part name="skills">
          <PathSkills path={path} />
        </Part>
      </div>
      {isPrinting ? <PathPaper {...{ path, nowMs }} onClose={() => setIsPrinting(false)} /> : null}
    </div>
  );
};
