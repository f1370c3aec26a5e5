import { IconLockOpen } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { CallFailure } from '../ipc/client.ts';
import { isFault } from '../features/fault/fault-ways.ts';
import { showFault } from '../state/fault-store.ts';
import { openAccessDialog } from '../state/access-store.ts';

/** The way on from what was refused because a lead's rights are locked, or because of a fault of the file or the disk; nothing beside any other failure. */
export const UnlockButton = ({ failure }: { readonly failure: unknown }) => {
  const intl = useIntl();
  if (isFault(failure)) {
    return (
      <button type="button" className="banner-button" onClick={() => showFault(failure)} data-testid="failure-ways">
        {intl.formatMessage({ id: 'fault.ways' })}
      </button>
    );
  }
  if (!(failure instanceof CallFailure) || failure.code !== 'access/locked') return null;
  return (
    <button
      type="button"
      className="banner-button"
      onClick={() => openAccessDialog('unlock')}
      data-testid="failure-unlock"
    >
      <IconLockOpen size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'people.unlock' })}
    </button>
  );
};
