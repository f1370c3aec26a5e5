import { IconCalendarEvent } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { goToSession } from '../coaching/go-to-session.ts';

type Props = {
  readonly sessions: readonly SessionRow[];
  /** Before a session is opened. */
  readonly onOpen?: () => void;
};

/** Sessions that stand in a window or an absence, each a way to its page. */
export const SessionsWithin = ({ sessions, onOpen }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  if (sessions.length === 0) return null;
  return (
    <ul className="sessions-within" data-testid="sessions-within">
      {sessions.map(({ id, customer, expert, startMs, assignment }) => (
        <li key={id}>
          <IconCalendarEvent size={14} stroke={1.8} aria-hidden="true" />
          <button
            type="button"
            className="link"
            onClick={() => {
              onOpen?.();
              goToSession(id);
            }}
          >
            <bdi>{customer}</bdi>
          </button>
          <span>
            {startMs === null ? '' : `${instants.due(startMs)} · `}
            {intl.formatMessage({ id: `expertise.assignment.${assignment}` })} · <bdi>{expert ?? '—'}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
};
