import { IconChevronRight, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { EXPERT_ACCESS } from '../../../shared/tier/entitlement.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { withAccess, type EntitlementDraft } from './offer-draft.ts';
import { addTier, removeTier, tierProblem } from './policy-draft.ts';
import type { RulesProps } from './rules-form.tsx';
import { parseSpanOrNone } from './span-text.ts';

const NO_ENTITLEMENT: EntitlementDraft = { access: 'none', hours: '0 min' };

/** The tiers from the lowest to the highest, and a new one among them. */
export const TiersEditor = ({ draft, onChange }: RulesProps) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const [name, setName] = useState('');
  const [above, setAbove] = useState('');
  /** Null is as the tier below it. */
  const [chosen, setChosen] = useState<EntitlementDraft | null>(null);
  const [isTried, setIsTried] = useState(false);
  const problem = tierProblem(draft, name);
  const highest = draft.tiers.at(-1) ?? '';
  const below = draft.tiers.includes(above) ? above : highest;
  const entitlement = chosen ?? draft.entitlements[below] ?? NO_ENTITLEMENT;
  const areHoursWrong = isTried && parseSpanOrNone(entitlement.hours) === null;
  const add = (): void => {
    const isWrong = problem !== null || parseSpanOrNone(entitlement.hours) === null;
    setIsTried(isWrong);
    if (isWrong || onChange === null) return;
    onChange(addTier(draft, name, below, entitlement));
    setChosen(null);
    setName('');
    setAbove('');
  };
  return (
    <>
      <ol className="tier-order" aria-label={word('policy.tierOrder')} data-testid="policy-tiers">
        {draft.tiers.map((tier, rank) => (
          <li key={tier}>
            {rank === 0 ? null : <IconChevronRight size={13} stroke={2} aria-hidden="true" />}
            <TierBadge tier={tier} />
            {onChange !== null && draft.addedTiers.includes(tier) ? (
              <button
                type="button"
                className="icon-button"
                aria-label={intl.formatMessage({ id: 'policy.removeTier' }, { tier })}
                onClick={() => onChange(removeTier(draft, tier))}
              >
                <IconX size={14} stroke={2} aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ol>
      {onChange === null ? null : (
        <div className="policy-line">
          <span className="typed-field tier-name">
            <input
              className="input"
              aria-label={word('policy.tierName')}
              placeholder={word('policy.tierName')}
              maxLength={64}
              value={name}
              aria-invalid={isTried && problem !== null ? true : undefined}
              aria-describedby={isTried && problem !== null ? 'tier-told' : undefined}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
              }}
              data-testid="tier-name"
            />
            {isTried && problem !== null ? (
              <span className="form-told" id="tier-told" role="alert" data-wrong>
                {word(`policy.tierWrong.${problem}`)}
              </span>
            ) : null}
          </span>
          <label className="policy-inline">
            {word('policy.tierAbove')}
            <select
              className="input"
              value={below}
              onChange={({ currentTarget }) => setAbove(currentTarget.value)}
              data-testid="tier-above"
            >
              {draft.tiers.map((tier) => (
                <option key={tier}>{tier}</option>
              ))}
            </select>
          </label>
          <label className="policy-inline">
            {word('offer.row.access')}
            <select
              className="input"
              value={entitlement.access}
              onChange={({ currentTarget: { value } }) => {
                const access = EXPERT_ACCESS.find((one) => one === value);
                if (access !== undefined) setChosen(withAccess(entitlement, access));
              }}
              data-testid="tier-access"
            >
              {EXPERT_ACCESS.map((access) => (
                <option key={access} value={access}>
                  {word(`offer.access.${access}`)}
                </option>
              ))}
            </select>
          </label>
          {entitlement.access === 'none' ? null : (
            <label className="policy-inline">
              {word('offer.hoursAMonth')}
              <input
                className="input tier-hours"
                maxLength={12}
                value={entitlement.hours}
                aria-invalid={areHoursWrong ? true : undefined}
                aria-describedby={areHoursWrong ? 'tier-hours-told' : undefined}
                onChange={({ currentTarget: { value } }) => setChosen({ ...entitlement, hours: value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') add();
                }}
                data-testid="tier-hours"
              />
            </label>
          )}
          {areHoursWrong ? (
            <span className="form-told" id="tier-hours-told" role="alert" data-wrong>
              {word('policy.wrong.hours')}
            </span>
          ) : null}
          <button type="button" className="banner-button" onClick={add} data-testid="tier-add">
            <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('policy.addTier')}
          </button>
          <span className="quiet">{word('policy.tierNote')}</span>
        </div>
      )}
    </>
  );
};
