import { useEffect, useState } from 'react';

/** What had the focus has it again; where that is gone, what `orElse` chooses. Who meanwhile went elsewhere stays there. */
export const useReturnedFocus = (orElse: () => void): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const held = document.activeElement;
        if (held !== null && held !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else orElse();
      });
    },
    [opener, orElse],
  );
};
