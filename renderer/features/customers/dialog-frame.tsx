import { useEffect, useState, type ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { closeCustomerDialog } from './customer-dialog-store.ts';
import { focusPage, focusSearch } from './focus.ts';
import type { Action } from './use-action.ts';

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly action: Action;
  readonly children: ReactNode;
  readonly size?: number;
  readonly isDisabled?: boolean;
  /** The failure is told at a field. */
  readonly isFailureTold?: boolean;
  readonly testId: string;
};

/** What had the focus has it again; where that is gone, the page or else the search. */
const useReturnedFocus = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const held = document.activeElement;
        if (held !== null && held !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else if (!focusPage()) focusSearch();
      });
    },
    [opener],
  );
};

/** A form over the customers. */
export const DialogFrame = ({ action, size = 520, isFailureTold = false, ...form }: Props) => {
  useReturnedFocus();
  const { isBusy, failure } = action;
  return (
    <FormDialog
      {...form}
      {...{ isBusy, size, failure: isFailureTold ? null : failure }}
      onClose={closeCustomerDialog}
    />
  );
};
