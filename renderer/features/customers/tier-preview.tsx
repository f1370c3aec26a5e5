import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconArrowRight } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { TierPreview } from '../../../shared/ipc/customer-schemas.ts';
import type { MovedTicket } from '../../../shared/ipc/policy-schemas.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { spanText } from '../settings/span-text.ts';
import { EntitlementLine } from './entitlement-line.tsx';
import { hoursText } from './hours-text.ts';
import { ledgerDay } from './ledger-day.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

/** What another tier would mean; null where what was chosen is none yet. */
export const useTierPreview = (order: CallInput<'customer:preview-tier'> | null) =>
  useQuery({
    queryKey: ['customer', 'preview-tier', order],
    queryFn: () => (order === null ? null : call('customer:preview-tier', order)),
    enabled: order !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });

const Moved = ({ ticket }: { readonly ticket: MovedTicket }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { reference, priority, becomesBreached, ceasesBreached } = ticket;
  /** Nothing is due while a clock is paused: then its target is what moves. */
  const due = (dueAtMs: number | null, targetMs: number | null): string => {
    if (dueAtMs !== null) return instants.due(dueAtMs);
    if (targetMs === null) return intl.formatMessage({ id: 'clock.bestEffort' });
    return intl.formatMessage({ id: 'policy.notDue' }, { target: spanText(Math.round(targetMs / MINUTE_MS)) });
  };
  return (
    <li data-testid={`moved-${reference}`}>
      <span className="moved-ticket">
        <bdi>{reference}</bdi> <span data-priority={priority ?? undefined}>{priority}</span>
      </span>
      <span className="moved-times">
        {due(ticket.fromDueAtMs, ticket.fromTargetMs)}
        <IconArrowRight size={12} stroke={2} aria-hidden="true" />
        <span className="sr-only">→</span>
        <strong>{due(ticket.toDueAtMs, ticket.toTargetMs)}</strong>
      </span>
      {becomesBreached ? (
        <span className="moved-state" data-clock="breached">
          <ClockIcon state="breached" /> {intl.formatMessage({ id: 'policy.becomesBreached' })}
        </span>
      ) : ceasesBreached ? (
        <span className="moved-state" data-clock="met">
          <ClockIcon state="met" /> {intl.formatMessage({ id: 'policy.ceasesBreached' })}
        </span>
      ) : null}
    </li>
  );
};

const MOST_SHOWN = 50;

const Told = ({ preview, isAtOnce }: { readonly preview: TierPreview; readonly isAtOnce: boolean }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { from, to, isUpgrade, effectiveAtMs, invoicedFromMs, checked, moved, before, after } = preview;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <>
      <p className="preview-tiers">
        <TierBadge tier={from} />
        <IconArrowRight size={14} stroke={2} aria-hidden="true" />
        <span className="sr-only">→</span>
        <TierBadge tier={to} />
      </p>
      <dl className="preview-facts">
        <dt>{word('customers.effective')}</dt>
        <dd data-testid="preview-effective">{isAtOnce ? word('customers.atOnce') : instants.full(effectiveAtMs)}</dd>
        <dt>{word('customers.head.invoicedFrom')}</dt>
        <dd data-testid="preview-invoiced">
          {invoicedFromMs === null ? word('customers.notInvoiced') : ledgerDay(intl, invoicedFromMs, getRealNowMs())}
        </dd>
        <dt>{word('customers.hoursThen')}</dt>
        <dd data-testid="preview-hours">
          {hoursText(intl, before.leftMin)} <IconArrowRight size={12} stroke={2} aria-hidden="true" />
          <span className="sr-only">→</span> <strong>{hoursText(intl, after.leftMin)}</strong>
        </dd>
        <dt>{word('customers.expertsBefore')}</dt>
        <dd data-testid="preview-before">
          <EntitlementLine entitlement={before} tier={from} />
        </dd>
        <dt>{word('customers.expertsAfter')}</dt>
        <dd data-testid="preview-after">
          <EntitlementLine entitlement={after} tier={to} />
        </dd>
      </dl>
      <h3>
        {intl.formatMessage(
          { id: isUpgrade || moved.length > 0 ? 'customers.moves' : 'customers.promiseHolds' },
          { count: moved.length, checked },
        )}
      </h3>
      {moved.length === 0 ? null : (
        <ul className="preview-moved" data-testid="preview-moved">
          {moved.slice(0, MOST_SHOWN).map((ticket) => (
            <Moved ticket={ticket} key={ticket.id} />
          ))}
        </ul>
      )}
      {moved.length > MOST_SHOWN ? (
        <p className="quiet">{intl.formatMessage({ id: 'customers.firstTickets' }, { count: MOST_SHOWN })}</p>
      ) : null}
    </>
  );
};

type Props = {
  readonly preview: TierPreview | null;
  /** All that it hangs on is chosen. */
  readonly isChosen: boolean;
  readonly failure: unknown;
  readonly isCurrent: boolean;
  /** It takes effect as soon as it is confirmed. */
  readonly isAtOnce: boolean;
};

/** What a change of tier would move, before it is confirmed. */
export const TierPreviewPane = ({ preview, isChosen, failure, isCurrent, isAtOnce }: Props) => {
  const intl = useIntl();
  return (
    <section
      className="tier-preview"
      aria-label={intl.formatMessage({ id: 'customers.preview' })}
      aria-live="polite"
      aria-busy={!isCurrent}
      // It scrolls; the keys must be able to.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-current={isCurrent || undefined}
      data-testid="tier-preview"
    >
      <h2>{intl.formatMessage({ id: 'customers.preview' })}</h2>
      {!isChosen ? (
        <p className="quiet">{intl.formatMessage({ id: 'customers.previewWaits' })}</p>
      ) : failure !== null ? (
        <FailureLine failure={failure} testId="preview-failure" />
      ) : preview === null ? (
        <p className="quiet">{intl.formatMessage({ id: 'loading' })}</p>
      ) : (
        <Told preview={preview} isAtOnce={isAtOnce} />
      )}
    </section>
  );
};
