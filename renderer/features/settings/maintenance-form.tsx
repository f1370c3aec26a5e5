import '../../styles/maintenance.css';
import { IconPlus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { MaintenancePreview } from './maintenance-preview.tsx';
import { MOST_RULES, NEW_RULE, type RuleDraft } from './maintenance-draft.ts';
import { MaintenanceRuleForm } from './maintenance-rule-form.tsx';
import { OfferSource } from './offer-source.tsx';
import type { RulesProps } from './rules-form.tsx';

type Props = RulesProps & { readonly fromMs: number | null };

/** When maintenance windows recur, on which platforms, and what they touch; below, the windows that come of it. */
export const MaintenanceForm = ({ draft, problems, onChange, fromMs }: Props) => {
  const intl = useIntl();
  const { maintenance } = draft;
  const change = (rules: readonly RuleDraft[]): void => onChange?.({ ...draft, maintenance: rules });
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="policy-rules" data-reading={onChange === null || undefined} data-testid="maintenance-form">
      <p className="quiet">{word('maintenance.form.note')}</p>
      <p className="maint-sources">
        <span>
          {word('maintenance.form.wednesdays')} <OfferSource source="offer" />
        </span>
        <span>
          {word('maintenance.form.zone')} <OfferSource source="default" />
        </span>
        <span>
          {word('maintenance.form.scope')} <OfferSource source="default" />
        </span>
      </p>
      {maintenance.map((rule, index) => (
        <MaintenanceRuleForm
          // A rule has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          {...{ rule, index, problems }}
          onChange={onChange === null ? null : (changed) => change(maintenance.with(index, changed))}
          onRemove={onChange === null ? null : () => change(maintenance.toSpliced(index, 1))}
        />
      ))}
      {maintenance.length === 0 ? <p className="quiet maint-empty">{word('maintenance.noRules')}</p> : null}
      {onChange === null || maintenance.length >= MOST_RULES ? null : (
        <div className="policy-line">
          <button
            type="button"
            className="banner-button"
            onClick={() => change([...maintenance, NEW_RULE])}
            data-testid="rule-add"
          >
            <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('maintenance.form.add')}
          </button>
        </div>
      )}
      <MaintenancePreview draft={draft} fromMs={fromMs} />
    </div>
  );
};
