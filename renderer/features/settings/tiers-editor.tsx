import { IconChevronRight, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { addTier, removeTier, tierProblem } from './policy-draft.ts';
import type { RulesProps } from './rules-form.tsx';

/** The tiers from the lowest to the highest, and a new one among them. */
export const TiersEditor = ({ draft, onChange }: RulesProps) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const [name, setName] = useState('');
  const [above, setAbove] = useState('');
  const [isTried, setIsTried] = useState(false);
  const problem = tierProblem(draft, name);
  const highest = draft.tiers.at(-1) ?? '';
  const add = (): void => {
    setIsTried(problem !== null);
    if (problem !== null || onChange === null) return;
    onChange(addTier(draft, name, draft.tiers.includes(above) ? above : highest));
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
              value={draft.tiers.includes(above) ? above : highest}
              onChange={({ currentTarget }) => setAbove(currentTarget.value)}
              data-testid="tier-above"
            >
              {draft.tiers.map((tier) => (
                <option key={tier}>{tier}</option>
              ))}
            </select>
          </label>
          <button type="button" className="banner-button" onClick={add} data-testid="tier-add">
            <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('policy.addTier')}
          </button>
          <span className="quiet">{word('policy.tierNote')}</span>
        </div>
      )}
    </>
  );
};
