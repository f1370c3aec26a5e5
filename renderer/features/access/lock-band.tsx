import { IconLock, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { openAccessDialog, putBandAway, useAccessStore } from '../../state/access-store.ts';
import { focusQueue } from '../queue/focus.ts';

/** Says that a lead's rights are locked, and opens the way to them; put away, it comes back with the next lock. */
export const LockBand = () => {
  const intl = useIntl();
  const { isLeadLocked, isPassphraseSet } = useApp().state.access;
  const isAway = useAccessStore(({ isBandAway }) => isBandAway);
  useEffect(() => {
    if (!isLeadLocked) putBandAway(false);
  }, [isLeadLocked]);
  if (!isLeadLocked || isPassphraseSet === null || isAway) return null;
  const word = (id: string): string => intl.formatMessage({ id });
  const state = isPassphraseSet ? 'locked' : 'unset';
  return (
    <section className="lock-band" aria-label={word('people.locked')} data-testid="lock-band" data-state={state}>
      <IconLock size={15} stroke={1.8} aria-hidden="true" />
      <strong>{word('people.locked')}</strong>
      <span>{word(`people.band.${state}`)}</span>
      <button
        type="button"
        className="banner-button"
        onClick={() => openAccessDialog('unlock')}
        aria-haspopup="dialog"
        data-testid="lock-band-open"
      >
        {word(isPassphraseSet ? 'people.unlock' : 'people.setFirst')}
      </button>
      <button
        type="button"
        className="icon-button"
        onClick={() => {
          putBandAway(true);
          focusQueue();
        }}
        title={word('close')}
        data-testid="lock-band-away"
      >
        <IconX size={14} stroke={2.2} aria-hidden="true" />
        <span className="sr-only">{word('close')}</span>
      </button>
    </section>
  );
};
