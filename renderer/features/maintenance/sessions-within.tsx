import { IconCalendarEvent } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { showSession } from '../../state/coaching-store.ts';
import { goToPlace } from '../shell/go-to-place.ts';

type Props = {
  readonly sessions: readonly SessionRow[];
  /** Before a session is opened. */
  readonly onOpen?: () => void;
};

/** Opens a session in the calendar's place. */
export const openSession = (id: string): void => {
  showSession(id);
  goToPlace('coaching');
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
              openSession(id);
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
