import { useState, type ReactNode } from 'react';
import type { RequestOrder } from '../../../shared/ipc/steering-schemas.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { forgetLeft } from '../../ui/left-form.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { AskLead, canAsk } from '../steering/ask-lead.tsx';

type Props = {
  /** Its name, of its fields too (`useLeft`). */
  readonly form: string;
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  /** What it does; null while something is wrong, which the fields then tell. */
  readonly onSubmit: () => Promise<void> | null;
  readonly onClose: () => void;
  /** What a lead is asked for where it is refused; null where that is nothing. */
  readonly order?: RequestOrder | null;
  readonly children: ReactNode;
};

/** A small dialog that changes a ledger: its fields, what refused it, and its buttons. */
export const ActionFrame = ({ form, title, action, onSubmit, onClose, order = null, children }: Props) => {
  useFocusBack();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isGone = useIsGone();
  const submit = (): void => {
    const done = onSubmit();
    if (done === null) return;
    setIsBusy(true);
    setFailure(null);
    done.then(
      () => {
        forgetLeft(form);
        if (!isGone.current) onClose();
      },
      (error: unknown) => {
        if (isGone.current) {
          reportFailure(error);
          return;
        }
        setIsBusy(false);
        setFailure(error);
      },
    );
  };
  return (
    <FormDialog
      {...{ title, submit: action, onSubmit: submit, onClose, isBusy, failure, size: 480, testId: 'ledger-action' }}
    >
      {children}
      {order !== null && canAsk(failure) ? (
        <AskLead
          order={order}
          onAsked={() => {
            forgetLeft(form);
            onClose();
          }}
        />
      ) : null}
    </FormDialog>
  );
};
