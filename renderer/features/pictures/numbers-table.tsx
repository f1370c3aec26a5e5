import { useIntl } from 'react-intl';
import { hoursOf } from '../../../shared/csv/write-csv.ts';
import type { PictureTable } from './picture-data.ts';

/** What a picture shows, as a table: amounts in hours, to the hundredth. */
export const NumbersTable = ({ title, table }: { readonly title: string; readonly table: PictureTable }) => {
  const intl = useIntl();
  const { columns, rows } = table;
  const hours = (minutes: number): string => intl.formatNumber(hoursOf(minutes), { minimumFractionDigits: 2 });
  return (
    // It scrolls, so keys must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="picture-numbers" role="group" aria-label={title} tabIndex={0}>
      <table data-testid="picture-table">
        <thead>
          <tr>
            {columns.map(({ key, label, unit }) => (
              <th scope="col" key={key} data-amount={unit === 'hours' || undefined}>
                {unit === 'hours' ? `${label} (h)` : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // Rows are told in their order and have no other name.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th scope="row" key={columns[at]?.key}>
                    <bdi>{cell}</bdi>
                  </th>
                ) : (
                  <td key={columns[at]?.key} data-amount={typeof cell === 'number' || undefined}>
                    {typeof cell === 'number' ? hours(cell) : cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
