import { useIntl } from 'react-intl';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import type { CallFailure } from '../../ipc/client.ts';
import { eventWords } from './event-words.ts';

type Props = {
  readonly error: CallFailure;
  /** What happened since the form was opened. */
  readonly events: readonly TimelineEvent[];
  readonly onRetry: () => void;
};

/** The ticket moved on while somebody filled in a form: what happened, and the way on. */
export const ConflictNote = ({ error, events, onRetry }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  return (
    <div className="conflict" role="alert" data-testid="conflict">
      <p>{errorText(intl, error)}</p>
      <ul>
        {events.map((event) => (
          <li key={event.id}>
            {instants.time(event.atMs)} <bdi>{event.actor}</bdi>: {eventWords(intl, event)}
          </li>
        ))}
      </ul>
      <button type="button" className="banner-button" onClick={onRetry}>
        {intl.formatMessage({ id: 'page.conflict.retry' })}
      </button>
    </div>
  );
};
