import { useEffect } from 'react';

/** Escape puts back what the pointer has taken: it comes before all other meanings of the key. */
export const useEscape = (cancel: () => boolean): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && cancel()) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [cancel]);
};
