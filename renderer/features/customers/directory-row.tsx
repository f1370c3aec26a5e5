import { IconAlertTriangle, IconArrowRight, IconClockExclamation } from '@tabler/icons-react';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { entitlementShort } from './entitlement-words.ts';
import { hoursText } from './hours-text.ts';
import { lastDay, ledgerDay } from './ledger-day.ts';
import { rowMarks, type RowMark } from './row-marks.ts';

const ICONS = { pending: IconAlertTriangle, accessEnds: IconClockExclamation, nextTier: IconArrowRight } as const;

const Mark = ({ mark, nowMs }: { readonly mark: RowMark; readonly nowMs: number }) => {
  const intl = useIntl();
  const Sign = ICONS[mark.kind];
  const text = (() => {
    switch (mark.kind) {
      case 'pending':
        return intl.formatMessage({ id: 'customers.mark.pending' }, { hours: hoursText(intl, mark.minutes) });
      case 'accessEnds':
        return intl.formatMessage(
          { id: mark.isUrgent ? 'customers.mark.endsSoon' : 'customers.mark.ends' },
          { day: lastDay(intl, mark.endsAtMs, nowMs) },
        );
      case 'nextTier':
        return intl.formatMessage(
          { id: 'customers.mark.nextTier' },
          { tier: mark.tier.toUpperCase(), day: ledgerDay(intl, mark.atMs, nowMs) },
        );
    }
  })();
  return (
    <span
      className="customer-mark"
      data-kind={mark.kind}
      data-urgent={(mark.kind === 'accessEnds' && mark.isUrgent) || undefined}
      data-testid={`mark-${mark.kind}`}
    >
      <Sign size={12} stroke={2.2} aria-hidden="true" />
      {text}
    </span>
  );
};

/** What of a customer wants to be seen. */
export const CustomerMarks = ({ row }: { readonly row: CustomerRow }) => {
  const nowMs = useNow(wholeMinute);
  const marks = rowMarks(row, nowMs);
  if (marks.length === 0) return null;
  return (
    <span className="customer-marks">
      {marks.map((mark) => (
        <Mark mark={mark} nowMs={nowMs} key={mark.kind} />
      ))}
    </span>
  );
};

/** A customer in the list: name and tier, open tickets and hours left, and what wants to be seen. */
export const DirectoryRow = memo(({ row }: { readonly row: CustomerRow }) => {
  const intl = useIntl();
  return (
    <>
      <span className="customer-first">
        <bdi className="customer-name" title={row.name}>
          {row.name}
        </bdi>
        <TierBadge tier={row.tier} />
      </span>
      <span className="customer-second">
        <span>{intl.formatMessage({ id: 'palette.open' }, { count: row.openTickets })}</span>
        <span className="customer-hours" data-entitled={row.entitlement.isEntitled}>
          {entitlementShort(intl, row.entitlement)}
        </span>
      </span>
      <CustomerMarks row={row} />
    </>
  );
});
