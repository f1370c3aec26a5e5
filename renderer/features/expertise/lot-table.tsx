import { IconAdjustments } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerView, UsedLotRow } from '../../../shared/ipc/expertise-schemas.ts';
import { useApp } from '../../app-context.ts';
import { HoursBar } from './hours-bar.tsx';
import { useHoursWords } from './use-hours-words.ts';

type Props = { readonly ledger: LedgerView; readonly onAdjust: ((lot: UsedLotRow) => void) | null };

const COLUMNS = ['lot', 'from', 'until', 'granted', 'used', 'leftOf'] as const;

/** The lots that a customer has, those that pay now above those that are over. */
export const LotTable = ({ ledger: { lots, asOfMs }, onAdjust }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useHoursWords();
  const [isAll, setIsAll] = useState(false);
  const say = (id: string, values: Record<string, string | number> = {}): string => intl.formatMessage({ id }, values);
  const over = lots.filter(({ untilMs }) => untilMs !== null && untilMs <= asOfMs);
  const shown = [...(isAll ? lots : lots.filter((lot) => !over.includes(lot)))].reverse();
  if (lots.length === 0) return <p className="quiet hours-none">{say('expertise.noLots')}</p>;
  return (
    <>
      <table className="hours-table" data-testid="lots">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-figure={['granted', 'used'].includes(column) || undefined}>
                {say(`expertise.column.${column}`)}
              </th>
            ))}
            {onAdjust === null ? null : (
              <th scope="col">
                <span className="sr-only">{say('expertise.adjust')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((lot) => (
            <Fragment key={lot.id}>
              <tr data-over={over.includes(lot) || undefined} data-testid="lot">
                <th scope="row">
                  {words.lot(lot)}
                  {lot.note === null ? null : <bdi className="quiet hours-note">{lot.note}</bdi>}
                </th>
                <td>{words.date(lot.fromMs)}</td>
                <td>{lot.untilMs === null ? say('expertise.noEnd') : words.date(lot.untilMs - 1)}</td>
                <td data-figure>{words.minutes(lot.minutes)}</td>
                <td data-figure>{words.figure(lot.usedMin)}</td>
                <td>
                  <span className="hours-left">
                    <HoursBar usedMin={lot.usedMin} minutes={lot.minutes} />
                    <strong>{words.minutes(lot.leftMin)}</strong>
                  </span>
                </td>
                {onAdjust === null ? null : (
                  <td className="hours-do">
                    {lot.kind === 'carried' ? null : (
                      <button
                        type="button"
                        className="icon-button"
                        onClick={() => onAdjust(lot)}
                        title={say('expertise.adjust')}
                        data-testid="adjust-lot"
                      >
                        <IconAdjustments size={15} stroke={1.8} aria-hidden="true" />
                        <span className="sr-only">{say('expertise.adjust.title', { lot: words.lot(lot) })}</span>
                      </button>
                    )}
                  </td>
                )}
              </tr>
              {lot.adjustments.map(({ minutes, reason, by, atMs }) => (
                <tr key={atMs} className="hours-adjusted">
                  <td colSpan={onAdjust === null ? 6 : 7}>
                    {say('expertise.adjusted', {
                      minutes: `${minutes > 0 ? '+' : ''}${words.minutes(minutes)}`,
                      by,
                      at: instants.full(atMs),
                      reason,
                    })}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {over.length === 0 ? null : (
        <button type="button" className="link" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
          {say(isAll ? 'expertise.lotsFewer' : 'expertise.lotsMore', { count: over.length })}
        </button>
      )}
    </>
  );
};
