import { IconHistory, IconHourglass, IconRefresh } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ReportPage } from '../../../shared/ipc/report-schemas.ts';
import { useApp } from '../../app-context.ts';
import { askAsOf } from '../../state/report-store.ts';
import { isRunning } from './period-choice.ts';
import type { ReportOrder } from './report-queries.ts';
import { usePeriodNames } from './use-period-names.ts';

type Props = {
  readonly page: ReportPage;
  readonly order: ReportOrder;
  readonly isOutdated: boolean;
  readonly onAgain: () => void;
};

/** What the figures are of: the period, whether it runs, what it stands beside, and until when it is known. */
export const ReportStatus = ({ page, order, isOutdated, onAgain }: Props) => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  const nameOf = usePeriodNames();
  const at = (ms: number): string =>
    isForeignZone ? `${instants.full(ms)} ${instants.zoneName(ms)}` : instants.full(ms);
  const { fromMs, toMs, asOfMs, before } = page;
  const period = { fromMs, toMs };
  const isPast = order.asOfMs !== null;
  return (
    <div className="rep-status" data-past={isPast || undefined} data-testid="report-status">
      <strong>{nameOf(period)}</strong>
      {isRunning(period, asOfMs) ? (
        <span className="rep-running" data-testid="report-runs">
          <IconHourglass size={14} stroke={2} aria-hidden="true" />
          {isPast
            ? intl.formatMessage({ id: 'reports.ranThen' })
            : intl.formatMessage({ id: 'reports.running' }, { at: at(asOfMs) })}
        </span>
      ) : null}
      {before === null ? null : (
        <span className="quiet">{intl.formatMessage({ id: 'reports.beside' }, { period: nameOf(before) })}</span>
      )}
      {isPast ? (
        <span className="rep-past" data-testid="report-as-of-told">
          <IconHistory size={14} stroke={2} aria-hidden="true" />
          <b>{intl.formatMessage({ id: 'reports.asOf' }, { at: at(asOfMs) })}</b>
          <button type="button" className="link" onClick={() => askAsOf(null)} data-testid="report-now">
            {intl.formatMessage({ id: 'reports.backToNow' })}
          </button>
        </span>
      ) : isRunning(period, asOfMs) ? null : (
        <span className="quiet">{intl.formatMessage({ id: 'reports.madeAt' }, { at: at(asOfMs) })}</span>
      )}
      {isOutdated && !isPast ? (
        <button type="button" className="link rep-again" onClick={onAgain} data-testid="report-again">
          <IconRefresh size={13} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'reports.again' })}
        </button>
      ) : null}
    </div>
  );
};
