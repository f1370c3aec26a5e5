import '../../styles/create.css';
import '../../styles/log-work.css';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { useCustomerStore } from '../../state/customer-store.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { takeTypedAhead, TypeAhead } from '../../ui/dialog-type-ahead.ts';
import { beginWork, type BegunWork } from './begin-work.ts';
import { LogWorkForm } from './log-work-form.tsx';
import { logWork } from './log-work.ts';

type Begun = BegunWork & { readonly typed: string };

/** Logs work of an expert for a customer: what will be charged and who pays is told before it is saved. */
export const LogWorkDialog = () => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const wanted = useCustomerStore((store) => store.workStart);
  const [begun, setBegun] = useState<Begun | null>(null);
  // Where the keys go back to.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    let isGone = false;
    void beginWork(wanted, getRealNowMs()).then((work) => {
      if (isGone) return;
      // At once: the next key goes to the field.
      flushSync(() => setBegun({ ...work, typed: takeTypedAhead() }));
    });
    return () => {
      isGone = true;
      takeTypedAhead();
    };
  }, [wanted]);
  const close = (): void => {
    closeOverlay();
    requestAnimationFrame(() => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    });
  };
  if (begun === null) return <TypeAhead />;
  return (
    <Dialog onClose={close} title={intl.formatMessage({ id: 'work.title' })} size={900} fromTop="6vh">
      <LogWorkForm
        begun={begun}
        typed={begun.typed}
        post={(input, workedMin) => logWork(input, workedMin, begun.isFromTimer)}
        submit={intl.formatMessage({ id: 'work.save' })}
        forbidden={role === 'agent' ? intl.formatMessage({ id: 'work.notYours' }) : null}
        onClose={close}
      />
    </Dialog>
  );
};
