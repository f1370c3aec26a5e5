import { useEffect, useState, type ReactNode } from 'react';
import { closeCoachingDialog } from '../../state/coaching-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { focusBeside } from './focus.ts';
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

/** What had the focus has it again; where that is gone, what stands beside the calendar. */
export const useReturnedFocus = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const held = document.activeElement;
        if (held !== null && held !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else focusBeside();
      });
    },
    [opener],
  );
};

/** A form about coaching. */
export const CoachingFrame = ({ action, size = 480, ...form }: Props) => {
  useReturnedFocus();
  const { isBusy, failure } = action;
  return <FormDialog {...form} {...{ isBusy, failure, size }} onClose={closeCoachingDialog} />;
};
