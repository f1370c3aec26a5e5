import '../../styles/steering.css';
import { IconBellExclamation, IconGavel, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { openOverlay } from '../../state/desk-store.ts';
import { UnlockHint } from '../access/unlock-hint.tsx';
import { escalationsQuery } from './steering-queries.ts';
import { useApprovals } from './use-approvals.ts';

/** What a lead steers by, with how much waits; whoever is none has their own requests. */
export const SteeringBar = () => {
  const intl = useIntl();
  const isLead = useApp().state.me.role === 'lead';
  const { waiting } = useApprovals();
  const { data } = useQuery(escalationsQuery);
  const entries = [
    { id: 'approvals', icon: IconGavel, name: isLead ? 'approvals' : 'requests', count: waiting?.length },
    { id: 'escalations', icon: IconBellExclamation, name: 'escalations', count: data?.escalations.length },
    ...(isLead ? [{ id: 'rebalance', icon: IconScale, name: 'rebalance', count: undefined } as const] : []),
  ] as const;
  return (
    <div className="steering-bar" role="group" aria-label={intl.formatMessage({ id: 'steering.bar' })}>
      {entries.map(({ id, icon: Sign, name, count }) => (
        <button
          type="button"
          key={id}
          className="action steering-entry"
          data-waiting={(count ?? 0) > 0 || undefined}
          aria-haspopup="dialog"
          onClick={() => openOverlay(id)}
          data-testid={`steering-${id}`}
        >
          <Sign size={15} stroke={1.9} aria-hidden="true" />
          <span>{intl.formatMessage({ id: `steering.${name}` })}</span>
          {count === undefined ? null : (
            <span className="count" data-testid={`steering-count-${id}`}>
              {intl.formatNumber(count)}
            </span>
          )}
          <span aria-hidden="true">
            <CommandKey id={id} />
          </span>
        </button>
      ))}
      <UnlockHint />
    </div>
  );
};
