import { IconLock } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { UnlockHint } from '../access/unlock-hint.tsx';

/** A lead whose rights are locked sees what anybody else does: says why, and the way on. */
export const LockedNote = () => {
  const intl = useIntl();
  const { isLeadLocked, isPassphraseSet } = useApp().state.access;
  if (!isLeadLocked || isPassphraseSet === null) return null;
  return (
    <p className="quiet" data-testid="steering-locked">
      <IconLock size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'people.locked' })} <UnlockHint />
    </p>
  );
};
