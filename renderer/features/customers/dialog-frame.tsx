import type { ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
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

/** The page, or else the search. */
const focusLeft = (): void => {
  if (!focusPage()) focusSearch();
};

/** A form over the customers. */
export const DialogFrame = ({ action, size = 520, isFailureTold = false, ...form }: Props) => {
  useReturnedFocus(focusLeft);
  const { isBusy, failure } = action;
  return (
    <FormDialog
      {...form}
      {...{ isBusy, size, failure: isFailureTold ? null : failure }}
      onClose={closeCustomerDialog}
    />
  );
};
