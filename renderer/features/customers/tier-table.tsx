import { useIntl } from 'react-intl';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { useApp } from '../../app-context.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { openCustomerDialog } from './customer-dialog-store.ts';
import type { TierStretch } from './tier-stretches.ts';

const HEADS = ['tier', 'from', 'until', 'askedBy', 'askedAt', 'invoicedFrom', 'recordedBy'] as const;

type LineProps = { readonly stretch: TierStretch; readonly mayCallOff: boolean };

const Line = ({ stretch, mayCallOff }: LineProps) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const { id, tier, atMs, untilMs, isAssumed, change, recordedBy, recordedAtMs, standing } = stretch;
  return (
    <>
      <tr data-standing={standing} data-testid="tier-entry">
        <th scope="row">
          <TierBadge tier={tier} />
          {standing === 'toCome' ? <span className="mark tier-to-come">{word('customers.toCome')}</span> : null}
        </th>
        <td>{isAssumed ? word('customers.notKnown') : instants.full(atMs)}</td>
        <td>
          {untilMs === null ? <span className="quiet">{word('customers.openEnd')}</span> : instants.full(untilMs)}
        </td>
        <td className="tier-asked">
          {change === null ? (
            <Unknown label="notYet" />
          ) : (
            <>
              <bdi>{change.askedBy}</bdi>
              <span className="quiet">{word(`customers.channel.${change.channel}`)}</span>
            </>
          )}
        </td>
        <td>{change === null ? <Unknown label="notYet" /> : instants.full(change.askedAtMs)}</td>
        <td>
          {change === null ? (
            <Unknown label="notYet" />
          ) : change.invoicedFromMs === null ? (
            word('customers.notInvoiced')
          ) : (
            intl.formatDate(change.invoicedFromMs, { timeZone: LEDGER_ZONE, dateStyle: 'medium' })
          )}
        </td>
        <td className="tier-asked">
          <bdi>{recordedBy}</bdi>
          <span className="quiet">{instants.full(recordedAtMs)}</span>
        </td>
      </tr>
      {(change?.note ?? null) === null && standing !== 'toCome' ? null : (
        <tr className="tier-more" data-standing={standing}>
          <td colSpan={HEADS.length}>
            {change?.note == null ? null : <bdi className="tier-note">{change.note}</bdi>}
            {standing === 'toCome' && change !== null && mayCallOff ? (
              <button
                type="button"
                className="link"
                onClick={() => openCustomerDialog({ kind: 'callOff', changeId: id })}
                data-testid="call-off"
              >
                {word('customers.callOff')}
              </button>
            ) : null}
          </td>
        </tr>
      )}
    </>
  );
};

type Props = { readonly stretches: readonly TierStretch[]; readonly mayCallOff: boolean };

/** The same history to read: the latest first. */
export const TierTable = ({ stretches, mayCallOff }: Props) => {
  const intl = useIntl();
  return (
    <div className="tier-scroll">
      <table className="tier-table" data-testid="tier-table">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th scope="col" key={head}>
                {intl.formatMessage({ id: `customers.head.${head}` })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...stretches].reverse().map((stretch) => (
            <Line stretch={stretch} mayCallOff={mayCallOff} key={stretch.id} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
