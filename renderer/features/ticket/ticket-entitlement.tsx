import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { DEFAULT_POLICY, SHIPPED_TIERS } from '../../../shared/sla/policy.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/time/instant.ts';
import { entitlementOf, type Origin } from '../../../shared/tier/entitlement.ts';
import { useApp } from '../../app-context.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { TicketHours } from './ticket-hours.tsx';

type LineProps = { readonly name: string; readonly origin: Origin; readonly children: ReactNode };

const Line = ({ name, origin, children }: LineProps) => {
  const intl = useIntl();
  return (
    <div data-origin={origin}>
      <dt>{intl.formatMessage({ id: name })}</dt>
      <dd>
        {children}
        <span className="origin">{intl.formatMessage({ id: `page.origin.${origin}` })}</span>
      </dd>
    </div>
  );
};

/** What the customer's tier entitles to, each line with who says so. */
export const TicketEntitlement = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const { rules, clockWords } = useApp();
  // What is left is told of now alone.
  const isPast = useIsPast();
  const { tier, expertAccess, monthlyMinutes, phone } = detail.entitlement;
  const p1Ms = rules.resolutionMs('P1', tier);
  const isShipped = SHIPPED_TIERS.some((known) => known === tier);
  const stated = entitlementOf(tier);
  /** What a lead changed is ours, whatever the offer says. */
  const originOf = (isAsStated: boolean): Origin => (isShipped && isAsStated ? 'offer' : 'default');
  const isP1AsStated =
    rules.policy.resolution.P1.source === 'contractual' &&
    rules.policy.resolution.P1.targetMin[tier] === DEFAULT_POLICY.resolution.P1.targetMin[tier];
  const words = (ms: number): string => durationText(ms / SECOND_MS, clockWords.number);
  return (
    <section className="card entitlement" aria-label={intl.formatMessage({ id: 'page.entitlement' })}>
      <h3>
        {intl.formatMessage({ id: 'page.entitlement' })} <TierBadge tier={tier} />
      </h3>
      <dl>
        <Line name="page.entitled.p1" origin={originOf(isP1AsStated)}>
          {p1Ms === null ? intl.formatMessage({ id: 'clock.bestEffort' }) : words(p1Ms)}
        </Line>
        <Line name="page.entitled.experts" origin={originOf(expertAccess === stated.expertAccess)}>
          {intl.formatMessage({ id: `page.experts.${expertAccess}` })}
        </Line>
        <Line name="page.entitled.hours" origin={originOf(monthlyMinutes === stated.monthlyMinutes)}>
          {monthlyMinutes === 0
            ? intl.formatMessage({ id: 'page.hoursByPack' })
            : intl.formatMessage({ id: `page.hours.${expertAccess}` }, { hours: words(monthlyMinutes * MINUTE_MS) })}
        </Line>
        <Line name="page.entitled.phone" origin={phone}>
          {intl.formatMessage({ id: 'form.yes' })}
        </Line>
      </dl>
      {detail.customerId === null || isPast ? null : (
        <TicketHours ticketId={detail.row.id} customerId={detail.customerId} tier={tier} />
      )}
      {detail.isBeta ? <p className="clock-note">{intl.formatMessage({ id: 'ticket.betaNote' })}</p> : null}
    </section>
  );
};
