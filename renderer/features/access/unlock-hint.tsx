import { IconLockOpen } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { openAccessDialog } from '../../state/access-store.ts';

/** Beside 'a lead does this': the way on for a lead whose rights are locked, and nothing for anybody else. */
export const UnlockHint = () => {
  const intl = useIntl();
  const { isLeadLocked, isPassphraseSet } = useApp().state.access;
  if (!isLeadLocked || isPassphraseSet === null) return null;
  return (
    <button type="button" className="link" onClick={() => openAccessDialog('unlock')} data-testid="unlock-hint">
      <IconLockOpen size={13} stroke={2} aria-hidden="true" />{' '}
      {intl.formatMessage({ id: isPassphraseSet ? 'people.unlock' : 'people.setFirst' })}
    </button>
  );
};
