import { IconArrowRight, IconHourglass } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { MovedTicket } from '../../../shared/ipc/policy-schemas.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { openTicket } from '../queue/open-ticket.ts';
import type { Preview } from './policy-store.ts';
import { spanText } from './span-text.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

const Moved = ({ ticket }: { readonly ticket: MovedTicket }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { id, reference, customer, priority, tier, becomesBreached, ceasesBreached } = ticket;
  /** Nothing is due while a clock is paused: then its target is what moves. */
  const due = (dueAtMs: number | null, targetMs: number | null): string => {
    if (dueAtMs !== null) return instants.due(dueAtMs);
    if (targetMs === null) return intl.formatMessage({ id: 'clock.bestEffort' });
    return intl.formatMessage({ id: 'policy.notDue' }, { target: spanText(Math.round(targetMs / MINUTE_MS)) });
  };
  return (
    // The button in it is for the keyboard; a pointer may press anywhere on the line.
    <tr data-testid="moved-ticket" onClick={() => openTicket(id)}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <th scope="row">
        <button type="button" className="moved-open" data-testid={`moved-${reference}`}>
          <bdi>{reference}</bdi>
        </button>
      </th>
      <td className="moved-customer">
        <bdi>{customer}</bdi>
      </td>
      <td>{priority ?? '—'}</td>
      <td>
        <TierBadge tier={tier} />
      </td>
      <td>{due(ticket.fromDueAtMs, ticket.fromTargetMs)}</td>
      <td className="moved-to">
        <IconArrowRight size={13} stroke={2} aria-hidden="true" /> {due(ticket.toDueAtMs, ticket.toTargetMs)}
      </td>
      <td>
        {becomesBreached ? (
          <span className="moved-mark" data-clock="breached">
            <ClockIcon state="breached" /> {intl.formatMessage({ id: 'policy.becomesBreached' })}
          </span>
        ) : ceasesBreached ? (
          <span className="moved-mark" data-clock="met">
            <ClockIcon state="met" /> {intl.formatMessage({ id: 'policy.ceasesBreached' })}
          </span>
        ) : null}
      </td>
    </tr>
  );
};

const HEADS = ['ticket', 'customer', 'priority', 'tier', 'dueBefore', 'dueAfter', 'mark'] as const;

/** Every open ticket that the draft would move, from and to. */
export const PreviewPane = ({ preview }: { readonly preview: Preview }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = (
    <h3 ref={heading} tabIndex={-1}>
      {intl.formatMessage({ id: 'policy.previewTitle' }, { at: instants.due(preview.fromMs) })}
    </h3>
  );
  if (preview.kind === 'running') {
    return (
      <div className="policy-preview" data-testid="policy-running">
        {title}
        <progress
          aria-label={intl.formatMessage({ id: 'policy.checking' })}
          max={preview.total ?? 1}
          value={preview.done}
        />
        <p className="quiet" role="status">
          {intl.formatMessage({ id: 'policy.checked' }, { done: preview.done, total: preview.total ?? 0 })}
        </p>
      </div>
    );
  }
  if (preview.kind === 'failed') {
    return (
      <div className="policy-preview">
        {title}
        <FailureLine failure={preview.failure} testId="policy-preview-failure" />
      </div>
    );
  }
  const { checked, movedCount, becomesBreachedCount, ceasesBreachedCount, hoursCount, moved } = preview.result;
  return (
    <div className="policy-preview" data-testid="policy-result">
      {title}
      <p className="policy-counts" role="status">
        <span>{intl.formatMessage({ id: 'policy.movedCount' }, { count: movedCount, checked })}</span>
        <span className="moved-mark" data-clock="breached" data-testid="becomes-count">
          <ClockIcon state="breached" />
          {intl.formatMessage({ id: 'policy.becomesCount' }, { count: becomesBreachedCount })}
        </span>
        <span className="moved-mark" data-clock="met" data-testid="ceases-count">
          <ClockIcon state="met" />
          {intl.formatMessage({ id: 'policy.ceasesCount' }, { count: ceasesBreachedCount })}
        </span>
        <span className="moved-mark" data-testid="hours-count">
          <IconHourglass size={14} stroke={1.9} aria-hidden="true" />
          {intl.formatMessage({ id: 'policy.hoursCount' }, { count: hoursCount })}
        </span>
      </p>
      {moved.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'policy.nothingMoves' })}</p>
      ) : (
        <div className="policy-scroll moved-scroll">
          <table className="policy-table moved-table">
            <thead>
              <tr>
                {HEADS.map((head) => (
                  <th key={head} scope="col">
                    {intl.formatMessage({ id: `policy.head.${head}` })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {moved.map((ticket) => (
                <Moved key={ticket.id} ticket={ticket} />
              ))}
            </tbody>
          </table>
          {movedCount > moved.length ? (
            <p className="quiet">{intl.formatMessage({ id: 'policy.firstOnly' }, { count: moved.length })}</p>
          ) : null}
        </div>
      )}
    </div>
  );
};
