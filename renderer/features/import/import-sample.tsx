import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { StateWord } from '../queue/state-word.tsx';

const COLUMNS = ['reference', 'priority', 'title', 'customer', 'state', 'opened'] as const;

/** The first tickets of the files, as the queue would show them. */
export const ImportSample = ({ rows }: { readonly rows: readonly QueueRow[] }) => {
  const intl = useIntl();
  const { instants } = useApp();
  if (rows.length === 0) return null;
  return (
    <table className="import-sample">
      <caption>{intl.formatMessage({ id: 'import.first' }, { count: rows.length })}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th scope="col" key={column}>
              {intl.formatMessage({ id: `column.${column}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <bdi>{row.reference}</bdi>
            </td>
            <td>{row.priority ?? <Unknown />}</td>
            <td className="wide">
              {row.title === null || row.title === '' ? <Unknown /> : <bdi title={row.title}>{row.title}</bdi>}
            </td>
            <td className="wide">
              <bdi>{row.customer}</bdi>
            </td>
            <td>
              <StateWord state={row.state} />
            </td>
            <td>{instants.full(row.openedAtMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
