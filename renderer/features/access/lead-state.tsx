import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { openAccessDialog } from '../../state/access-store.ts';
import { lockLead } from './lock-lead.ts';

/** Whether the lead's rights of whoever works here are open, and the other way round; nothing for those who are no lead. */
export const LeadState = () => {
  const intl = useIntl();
  const { me, access } = useApp().state;
  const { isLeadLocked, isPassphraseSet, by } = access;
  if (by === 'sample' || isPassphraseSet === null || (me.role !== 'lead' && !isLeadLocked)) return null;
  const word = (id: string): string => intl.formatMessage({ id });
  const Sign = isLeadLocked ? IconLock : IconLockOpen;
  const open = isPassphraseSet ? 'people.unlock' : 'people.setFirst';
  return (
    <p className="lead-state" data-locked={isLeadLocked || undefined} data-testid="lead-state">
      <Sign size={15} stroke={2} aria-hidden="true" />
      <span>{word(isLeadLocked ? 'people.locked' : 'people.open')}</span>
      <button
        type="button"
        className="banner-button"
        onClick={isLeadLocked ? () => openAccessDialog('unlock') : lockLead}
        data-testid="lead-state-act"
      >
        {word(isLeadLocked ? open : 'people.lock')}
      </button>
    </p>
  );
};
