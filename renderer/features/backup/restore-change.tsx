import { useIntl } from 'react-intl';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { UNKNOWN } from '../../../shared/i18n/clock-text.ts';
import { kindName } from '../audit/audit-words.ts';
import { useInstants } from './use-instants.ts';

type Preview = CallOutput<'backup:preview-restore'>;

/** More kinds of events than this are summed up. */
const SHOWN = 6;

const Events = ({ events, testId }: { readonly events: Preview['onlyHere']; readonly testId: string }) => {
  const intl = useIntl();
  const instants = useInstants();
  const total = events.reduce((sum, { count }) => sum + count, 0);
  const rest = events.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="restore-events" data-testid={testId}>
      <h3>{intl.formatMessage({ id: `backup.${testId}` }, { count: total })}</h3>
      <ul>
        {events.slice(0, SHOWN).map(({ subject, kind, count, lastRecordedAtMs }) => (
          <li key={`${subject} ${kind}`}>
            <strong>{intl.formatNumber(count)}</strong>
            <span>{kindName(intl, kind)}</span>
            <span className="quiet">
              {intl.formatMessage({ id: 'backup.last' }, { at: instants.full(lastRecordedAtMs) })}
            </span>
          </li>
        ))}
        {rest === 0 ? null : (
          <li>
            <strong>{intl.formatNumber(rest)}</strong>
            <span>{intl.formatMessage({ id: 'backup.others' })}</span>
          </li>
        )}
      </ul>
    </section>
  );
};

const FIGURES = ['tickets', 'customers', 'events'] as const;

/** What a restore would change: how much there is now and would be then, what would be gone, what would come back. */
export const RestoreChange = ({ preview }: { readonly preview: Preview }) => {
  const intl = useIntl();
  const instants = useInstants();
  const { here, there, unreadable, onlyHere, onlyThere, tables } = preview;
  const word = (id: string): string => intl.formatMessage({ id });
  const at = (held: Preview['here']): string =>
    held?.lastRecordedAtMs == null ? UNKNOWN : instants.full(held.lastRecordedAtMs);
  const isSame = here !== null && onlyHere.length + onlyThere.length + tables.length === 0;
  return (
    <div className="restore-change" data-testid="restore-change">
      <table className="backup-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{word('backup.figure')}</span>
            </th>
            <th scope="col">{word('backup.now')}</th>
            <th scope="col">{word('backup.then')}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map((figure) => (
            <tr key={figure}>
              <th scope="row">{word(`backup.${figure}`)}</th>
              <td>{here === null ? UNKNOWN : intl.formatNumber(here[figure])}</td>
              <td>{intl.formatNumber(there[figure])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{word('backup.lastEvent')}</th>
            <td>{at(here)}</td>
            <td>{at(there)}</td>
          </tr>
        </tbody>
      </table>
      {unreadable === null ? null : (
        <p className="form-told" data-testid="restore-unreadable">
          {intl.formatMessage({ id: 'backup.unreadable' })} <bdi>{unreadable}</bdi>
        </p>
      )}
      {isSame ? <p>{word('backup.same')}</p> : null}
      {onlyHere.length === 0 ? null : <Events events={onlyHere} testId="onlyHere" />}
      {onlyThere.length === 0 ? null : <Events events={onlyThere} testId="onlyThere" />}
      {tables.length === 0 ? null : (
        <p className="quiet">
          {intl.formatMessage(
            { id: 'backup.tables' },
            {
              here: tables.reduce((sum, table) => sum + table.onlyHere, 0),
              there: tables.reduce((sum, table) => sum + table.onlyThere, 0),
            },
          )}
        </p>
      )}
    </div>
  );
};
