import { useIntl } from 'react-intl';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import { LEVELS, type Level } from '../../../shared/ticket/ticket.ts';
import { atRiskOf } from '../../../shared/wall/wall-filters.ts';
import { useApp } from '../../app-context.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { useChoose } from './wall-context.ts';

type Cell = { readonly level: Level | null; readonly tier: string | null };

/** What is at risk by level and tier: each number opens its tickets. */
export const RiskTable = ({ wall }: { readonly wall: Wall }) => {
  const intl = useIntl();
  const { rules } = useApp();
  const choose = useChoose();
  const used = new Set(wall.cells.map(({ tier }) => tier));
  const known = rules.policy.tiers.filter((tier) => used.has(tier));
  const tiers = [...known, ...[...used].filter((tier) => !known.includes(tier)).sort()];
  const sum = ({ level, tier }: Cell): number =>
    wall.cells
      .filter((cell) => (level === null || cell.level === level) && (tier === null || cell.tier === tier))
      .reduce((total, { atRisk }) => total + atRisk, 0);
  const cell = ({ level, tier }: Cell) => {
    const count = sum({ level, tier });
    const name = `${tier ?? 'all'}-${level ?? 'all'}`;
    if (count === 0) return <span className="wall-zero">0</span>;
    return (
      <button
        type="button"
        className="wall-cell"
        aria-label={intl.formatMessage(
          { id: 'wall.riskCell' },
          { count, level: level ?? 'all', tier: tier ?? intl.formatMessage({ id: 'wall.allTiers' }) },
        )}
        onClick={() => choose({ kind: 'tickets', filter: atRiskOf(level, tier) })}
        data-wall-stop
        data-testid={`wall-risk-${name}`}
      >
        {intl.formatNumber(count)}
      </button>
    );
  };
  return (
    <table className="wall-risk">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{intl.formatMessage({ id: 'filter.levels' })}</span>
          </th>
          {tiers.map((tier) => (
            <th scope="col" key={tier}>
              <TierBadge tier={tier} />
            </th>
          ))}
          <th scope="col">{intl.formatMessage({ id: 'wall.sum' })}</th>
        </tr>
      </thead>
      <tbody>
        {[...LEVELS, null].map((level) => (
          <tr key={level ?? 'all'} data-sum={level === null || undefined}>
            <th scope="row">{level ?? intl.formatMessage({ id: 'wall.sum' })}</th>
            {[...tiers, null].map((tier) => (
              <td key={tier ?? 'all'} data-sum={tier === null || undefined}>
                {cell({ level, tier })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
