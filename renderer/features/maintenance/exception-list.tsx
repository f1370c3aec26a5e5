import { useIntl } from 'react-intl';
import type { MaintenanceExceptionRow } from '../../../shared/ipc/maintenance-calls.ts';
import { useApp } from '../../app-context.ts';
import { useExceptionText } from './use-exception-text.ts';

type Props = {
  readonly exceptions: readonly MaintenanceExceptionRow[];
  /** Null for whoever may not change windows. */
  readonly onRevoke: ((exception: MaintenanceExceptionRow) => void) | null;
};

/** What is otherwise than the rules have it: who said so, when and why, and what was taken back. */
export const ExceptionList = ({ exceptions, onRevoke }: Props) => {
  const intl = useIntl();
  const textOf = useExceptionText();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <section className="maint-part" aria-labelledby="exceptions-title" data-testid="exceptions">
      <h2 id="exceptions-title">
        {word('maintenance.exceptions')} <span className="count">{exceptions.length}</span>
      </h2>
      {exceptions.length === 0 ? <p className="quiet">{word('maintenance.noExceptions')}</p> : null}
      <ul className="exception-list">
        {exceptions.map((exception) => {
          const { id, reason, customer, recordedBy, recordedAtMs, revoked } = exception;
          return (
            <li key={id} data-revoked={revoked !== null || undefined} data-testid="exception">
              <p>{revoked === null ? textOf(exception) : <s>{textOf(exception)}</s>}</p>
              <p>
                {customer === null ? null : (
                  <span className="mark">
                    <bdi>{intl.formatMessage({ id: 'maintenance.forOne' }, { customer })}</bdi>
                  </span>
                )}{' '}
                <bdi>{reason}</bdi>
              </p>
              <p className="quiet">
                <bdi>{recordedBy}</bdi>, {instants.full(recordedAtMs)}
              </p>
              {revoked === null ? null : (
                <p className="exception-revoked">
                  <strong>{word('maintenance.revoked')}</strong> <bdi>{revoked.reason}</bdi>{' '}
                  <span className="quiet">
                    <bdi>{revoked.by}</bdi>, {instants.full(revoked.atMs)}
                  </span>
                </p>
              )}
              {revoked !== null || onRevoke === null ? null : (
                <button
                  type="button"
                  className="banner-button"
                  onClick={() => onRevoke(exception)}
                  data-testid="revoke"
                >
                  {word('maintenance.revoke')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
