import { useLayoutEffect } from 'react';
import { focusQueue } from '../features/queue/focus.ts';

/** Gives the focus back, when what lies over the window goes away, to what had it before; to the list where that is gone too. */
export const useFocusBack = (): void => {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
      else focusQueue();
    };
  }, []);
};
