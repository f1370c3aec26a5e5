import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { ledgerDay } from './ledger-day.ts';
import { nowShare, stretchShares, type TierStretch } from './tier-stretches.ts';

type Props = { readonly stretches: readonly TierStretch[]; readonly nowMs: InstantMs };

const stretchId = (id: string): string => `stretch-${id}`;

/** `SILVER since 3 January 2026 until 10 February`: a stretch in words. */
const stretchText = (intl: IntlShape, { tier, atMs, untilMs, isAssumed, standing }: TierStretch, nowMs: InstantMs) =>
  intl.formatMessage(
    { id: `customers.stretch.${standing}${isAssumed ? 'Assumed' : ''}` },
    {
      tier: tier.toUpperCase(),
      from: ledgerDay(intl, atMs, nowMs),
      isOpen: untilMs === null ? 'yes' : 'no',
      until: untilMs === null ? '' : ledgerDay(intl, untilMs, nowMs),
    },
  );

/**
 * The tiers as a line in time: the higher a step, the higher the tier; what is to come is dashed. The arrows go from stretch to stretch, and
 * what the one under the pointer or the focus says stands below.
 */
export const TierPicture = ({ stretches, nowMs }: Props) => {
  const intl = useIntl();
  const { tiers } = useApp().rules.policy;
  const present = Math.max(
    0,
    stretches.findIndex(({ standing }) => standing === 'present'),
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? present, stretches.length - 1);
  const told = stretches[at];
  const shares = stretchShares(stretches, nowMs);
  const now = nowShare(stretches, nowMs);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: stretches.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : stretches[to];
    if (to === undefined) return;
    event.preventDefault();
    if (next === undefined) return;
    setChosen(to);
    document.getElementById(stretchId(next.id))?.focus();
  };
  const rank = (tier: string): number => Math.max(0, tiers.indexOf(tier)) / Math.max(1, tiers.length - 1);
  return (
    <div className="tier-picture" data-testid="tier-picture">
      <div
        className="tier-stretches"
        role="toolbar"
        tabIndex={-1}
        aria-label={intl.formatMessage({ id: 'customers.picture' })}
        onKeyDown={onKeyDown}
      >
        {stretches.map((stretch, i) => (
          <button
            key={stretch.id}
            id={stretchId(stretch.id)}
            type="button"
            className="tier-stretch"
            tabIndex={i === at ? 0 : -1}
            data-tier={stretch.tier}
            data-standing={stretch.standing}
            data-assumed={stretch.isAssumed || undefined}
            data-testid="tier-stretch"
            style={{ flexGrow: Math.max(0.001, shares[i] ?? 0), '--rank': rank(stretch.tier) } as CSSProperties}
            onFocus={() => setChosen(i)}
            onPointerEnter={() => setChosen(i)}
          >
            <span className="sr-only">{stretchText(intl, stretch, nowMs)}</span>
            <span className="tier-block" aria-hidden="true">
              {stretch.tier.toUpperCase()}
            </span>
            <span className="tier-begin" aria-hidden="true">
              {stretch.isAssumed ? '?' : ledgerDay(intl, stretch.atMs, nowMs)}
            </span>
            {stretch.standing === 'present' && now !== null ? (
              <span className="tier-now" aria-hidden="true" style={{ left: `${now * 100}%` }}>
                <span>{intl.formatMessage({ id: 'customers.now' })}</span>
              </span>
            ) : null}
          </button>
        ))}
      </div>
      <p className="tier-told" data-testid="tier-told" aria-hidden="true">
        {told === undefined ? null : stretchText(intl, told, nowMs)}
      </p>
    </div>
  );
};
