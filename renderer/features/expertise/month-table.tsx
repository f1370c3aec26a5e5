import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerView } from '../../../shared/ipc/expertise-schemas.ts';
import { OverageSign } from './overage-mark.tsx';
import { useHoursWords } from './use-hours-words.ts';

const FIGURES = ['grantedMin', 'workedMin', 'chargedMin', 'coveredMin', 'overageMin', 'expiredMin'] as const;

/** A year is what people ask about; the rest is one press away. */
const FIRST_SHOWN = 12;

/** What each month came to, the newest first. */
export const MonthTable = ({ ledger: { months, closedThrough } }: { readonly ledger: LedgerView }) => {
  const intl = useIntl();
  const words = useHoursWords();
  const [isAll, setIsAll] = useState(false);
  const say = (id: string, values: Record<string, number> = {}): string => intl.formatMessage({ id }, values);
  if (months.length === 0) return <p className="quiet hours-none">{say('expertise.noMonths')}</p>;
  const hiddenCount = isAll ? 0 : Math.max(0, months.length - FIRST_SHOWN);
  return (
    <>
      <table className="hours-table" data-testid="months">
        <thead>
          <tr>
            <th scope="col">{say('expertise.column.month')}</th>
            {FIGURES.map((figure) => (
              <th scope="col" data-figure key={figure}>
                {say(`expertise.column.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months
            .toReversed()
            .slice(0, isAll ? undefined : FIRST_SHOWN)
            .map((row) => (
              <tr key={row.month} data-testid="month">
                <th scope="row">
                  {words.month(row.month)}
                  {closedThrough !== null && row.month <= closedThrough ? (
                    <span className="mark month-closed">
                      <IconLock size={11} stroke={2} aria-hidden="true" /> {say('expertise.closed')}
                    </span>
                  ) : null}
                </th>
                {FIGURES.map((figure) => (
                  <td data-figure data-over={(figure === 'overageMin' && row[figure] > 0) || undefined} key={figure}>
                    {figure === 'overageMin' && row[figure] > 0 ? <OverageSign /> : null}
                    {words.figure(row[figure])}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {hiddenCount === 0 ? null : (
        <button type="button" className="link" onClick={() => setIsAll(true)}>
          {say('expertise.showMonths', { count: hiddenCount })}
        </button>
      )}
    </>
  );
};
