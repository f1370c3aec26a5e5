import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { personHistoryQuery } from '../../ipc/people-queries.ts';
import { personFactText } from './person-fact-text.ts';

/** Who changed what of a person, the newest first. */
export const PersonHistory = ({ id, version }: { readonly id: string; readonly version: number }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { data, error } = useQuery(personHistoryQuery(id, version));
  const word = (key: string): string => intl.formatMessage({ id: key });
  return (
    <section className="policy-section" aria-label={word('people.history')} data-testid="person-history">
      <h3>{word('people.history')}</h3>
      {error !== null ? (
        <p className="form-failure" role="alert">
          {errorText(intl, error)}
        </p>
      ) : data === undefined ? (
        <p className="quiet" role="status">
          {word('loading')}
        </p>
      ) : (
        <ol className="person-history">
          {data.map(({ kind, atMs, actor, workstation, changes }) => (
            <li key={`${kind} ${atMs} ${JSON.stringify(changes)}`}>
              <time dateTime={new Date(atMs).toISOString()}>{instants.due(atMs)}</time>
              <span>
                <bdi>{actor}</bdi> <bdi className="quiet">{workstation}</bdi>
              </span>
              <span>
                {kind === 'personAdded' ? word('people.added') : null}
                {kind === 'personAdded' ? null : (
                  <ul>
                    {changes.map(({ fact, before, after }) => (
                      <li key={fact}>
                        {intl.formatMessage(
                          { id: 'audit.changed' },
                          {
                            fact: word(`people.fact.${fact}`),
                            before: personFactText(intl, fact, before),
                            after: personFactText(intl, fact, after),
                          },
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
