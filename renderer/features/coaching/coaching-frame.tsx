import type { ReactNode } from 'react';
import { closeCoachingDialog } from '../../state/coaching-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { focusLeft } from './focus.ts';
import type { SessionAction } from './use-session-action.ts';

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly action: SessionAction;
  readonly children: ReactNode;
  readonly size?: number;
  readonly isDisabled?: boolean;
  readonly testId: string;
};

/** A form about coaching. */
export const CoachingFrame = ({ action, size = 480, ...form }: Props) => {
  useReturnedFocus(focusLeft);
  const { isBusy, failure } = action;
  return <FormDialog {...form} {...{ isBusy, failure, size }} onClose={closeCoachingDialog} />;
};
