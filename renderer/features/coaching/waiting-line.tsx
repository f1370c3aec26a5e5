import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { customerQuery } from '../../ipc/customer-queries.ts';
import { showSession } from '../../state/coaching-store.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { runSessionAct } from './run-session-act.ts';
import { isPlanner } from './session-acts.ts';
import { agoText, lengthText, wishText } from './session-words.ts';

/** An asked session: whose, what, when it is wished for and since when it waits. */
export const WaitingLine = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants, state } = useApp();
  const { row, wish, note } = page;
  const nowMs = useNow(wholeMinute);
  const { data: customer } = useQuery(customerQuery(row.customerId));
  const canPlan = isPlanner(state.me.role);
  const word = (id: string): string => intl.formatMessage({ id });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !canPlan || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    runSessionAct('plan', page);
  };
  return (
    <li className="waiting-line" data-testid="waiting-line">
      <button
        type="button"
        className="waiting-open"
        data-waiting={row.id}
        onClick={() => showSession(row.id)}
        onKeyDown={onKeyDown}
      >
        <span className="waiting-who">
          <bdi>{row.customer}</bdi>
          {customer === undefined ? null : <TierBadge tier={customer.row.tier} />}
        </span>
        <span>
          {word(`expertise.assignment.${row.assignment}`)}
          {wish === null ? null : ` · ${lengthText(intl, wish.durationMin)}`}
          {row.expert === null ? null : (
            <>
              {' · '}
              <bdi>{row.expert}</bdi>
            </>
          )}
        </span>
        {wish === null ? null : (
          <span className="quiet">
            {wishText(intl, instants, wish)}
            {' · '}
            {intl.formatMessage({ id: 'session.askedAgo' }, { by: wish.by, ago: agoText(intl, wish.atMs, nowMs) })}
          </span>
        )}
        {note === null ? null : (
          <span className="waiting-note">
            <bdi>{note}</bdi>
          </span>
        )}
      </button>
      {canPlan ? (
        <span className="waiting-acts">
          <button
            type="button"
            className="action"
            onClick={() => runSessionAct('plan', page)}
            title={intl.formatMessage({ id: 'session.planOf' }, { customer: row.customer })}
            data-testid="waiting-plan"
          >
            {word('session.act.plan')}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => runSessionAct('callOff', page)}
            title={intl.formatMessage({ id: 'session.callOffOf' }, { customer: row.customer })}
            data-testid="waiting-call-off"
          >
            {word('session.act.callOff')}
          </button>
        </span>
      ) : null}
    </li>
  );
};
