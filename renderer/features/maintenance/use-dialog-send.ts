import { useState } from 'react';
import { reportFailure } from '../../ui/report-failure.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';

/** Sends what a dialog is for, once at a time; what fails after it was left is told over the window. */
export const useDialogSend = () => {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure: unknown }>({
    isBusy: false,
    failure: null,
  });
  const isGone = useIsGone();
  return {
    ...state,
    send: async <Value>(ask: () => Promise<Value>, done: (value: Value) => void): Promise<void> => {
      setState({ isBusy: true, failure: null });
      try {
        const value = await ask();
        if (!isGone.current) setState({ isBusy: false, failure: null });
        done(value);
      } catch (failure) {
        if (isGone.current) reportFailure(failure);
        else setState({ isBusy: false, failure });
      }
    },
  };
};
