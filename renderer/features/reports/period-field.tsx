import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Period } from '../../../shared/report/sink.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { choosePeriod, useReportStore } from '../../state/report-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { DateField } from './date-field.tsx';
import { FROM_ID, focusDatesSoon, TO_ID } from './focus.ts';
import { asDates, canStepOn, PERIOD_KINDS, stepPeriod, type PeriodChoice } from './period-choice.ts';
import { usePeriodNames } from './use-period-names.ts';

type Props = { readonly period: Period | null };

const KINDS = [...PERIOD_KINDS, 'dates'] as const;

const DateFields = ({ choice }: { readonly choice: PeriodChoice & { readonly kind: 'dates' } }) => {
  const intl = useIntl();
  return (
    <span className="rep-dates">
      {(['from', 'to'] as const).map((edge) => (
        <DateField
          key={edge}
          id={edge === 'from' ? FROM_ID : TO_ID}
          label={intl.formatMessage({ id: `reports.${edge}` })}
          value={choice[edge]}
          onChange={(value) => choosePeriod({ ...choice, [edge]: value })}
          testId={`report-${edge}`}
        />
      ))}
    </span>
  );
};

/** Which period the report is of: a running or an earlier week, month, quarter or year, or any two days. */
export const PeriodField = ({ period }: Props) => {
  const intl = useIntl();
  const zone = useLedgerZone();
  const nowMs = useNow(wholeMinute);
  const choice = useReportStore((reports) => reports.choice);
  const nameOf = usePeriodNames();
  const word = (id: string): string => intl.formatMessage({ id });
  const choose = (kind: (typeof KINDS)[number]): void => {
    if (kind !== 'dates') choosePeriod({ kind, back: 0 });
    else if (period !== null) {
      choosePeriod(asDates(period, zone));
      focusDatesSoon();
    }
  };
  const step = (by: 1 | -1) => {
    const label = word(by === 1 ? 'command.reports.next' : 'command.reports.previous');
    const Sign = by === 1 ? IconChevronRight : IconChevronLeft;
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        disabled={by === 1 && !canStepOn(choice, zone, nowMs)}
        onClick={() => choosePeriod(stepPeriod(choice, by))}
        data-testid={by === 1 ? 'report-next' : 'report-previous'}
      >
        <Sign size={16} stroke={2} aria-hidden="true" />
      </button>
    );
  };
  return (
    <div className="rep-period">
      <ChoiceRow
        label={word('reports.period')}
        value={choice.kind}
        choices={KINDS.map((value) => ({ value, label: word(`reports.kind.${value}`) }))}
        onChange={choose}
        testId="report-kind"
      />
      <span className="rep-step">
        {step(-1)}
        {choice.kind === 'dates' ? (
          <DateFields choice={choice} />
        ) : (
          <strong data-testid="report-period">{period === null ? '' : nameOf(period)}</strong>
        )}
        {step(1)}
      </span>
      {choice.kind !== 'dates' && choice.back > 0 ? (
        <button
          type="button"
          className="link"
          onClick={() => choosePeriod({ ...choice, back: 0 })}
          data-testid="report-running"
        >
          {word(`reports.this.${choice.kind}`)}
        </button>
      ) : null}
    </div>
  );
};
