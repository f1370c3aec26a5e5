import { useIntl } from 'react-intl';
import { STEPS, type Step } from '../../../shared/report/period.ts';
import type { Period } from '../../../shared/report/sink.ts';
import { chooseStep } from '../../state/report-store.ts';
import { AsOfField } from './as-of-field.tsx';
import { FilterChoice } from './filter-choice.tsx';
import { FilterField } from './filter-field.tsx';
import { canCut } from './period-choice.ts';
import { PeriodField } from './period-field.tsx';

type Props = { readonly period: Period | null; readonly step: Step };

const isStep = (value: string): value is Step => STEPS.some((step) => step === value);

/** What the report is of. */
export const ReportBar = ({ period, step }: Props) => {
  const intl = useIntl();
  return (
    <div className="rep-bar">
      <PeriodField period={period} />
      <label className="rep-cut">
        <span className="quiet">{intl.formatMessage({ id: 'reports.step' })}</span>
        <select
          className="input"
          value={step}
          onChange={({ currentTarget: { value } }) => {
            if (isStep(value)) chooseStep(value);
          }}
          data-testid="report-step"
        >
          {STEPS.filter((one) => period === null || canCut(period, one)).map((one) => (
            <option value={one} key={one}>
              {intl.formatMessage({ id: `reports.step.${one}` })}
            </option>
          ))}
        </select>
      </label>
      <AsOfField />
      <div className="rep-filters">
        <FilterField />
        {(['customers', 'priorities', 'tiers', 'levels'] as const).map((name) => (
          <FilterChoice name={name} key={name} />
        ))}
      </div>
    </div>
  );
};
