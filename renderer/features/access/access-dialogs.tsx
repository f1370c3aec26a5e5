import '../../styles/people.css';
import { useState } from 'react';
import { useApp } from '../../app-context.ts';
import { closeAccessDialog, useAccessStore, type AccessDialog } from '../../state/access-store.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { UnlockForm } from './unlock-form.tsx';

const Asked = ({ dialog }: { readonly dialog: AccessDialog }) => {
  const { isLeadLocked, isPassphraseSet } = useApp().state.access;
  // Its own answer changes what holds: the form stays what it was opened as.
  const [isUnlocking] = useState(dialog === 'unlock' && isLeadLocked && isPassphraseSet === true);
  return isUnlocking ? <UnlockForm onClose={closeAccessDialog} /> : <PassphraseForm onClose={closeAccessDialog} />;
};

/** What is asked about the lead's passphrase, over whatever lies over the window. */
export const AccessDialogs = () => {
  const dialog = useAccessStore((state) => state.dialog);
  return dialog === null ? null : <Asked key={dialog} dialog={dialog} />;
};
