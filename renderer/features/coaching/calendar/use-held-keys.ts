import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The session whose element had the keys when it was taken off the page. */
let orphan: string | null = null;

/** Keeps the keys on a session that is drawn anew somewhere else: in another column, on another day, back where it was. */
export const useHeldKeys = (id: string): RefObject<HTMLButtonElement | null> => {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    if (orphan === id) {
      orphan = null;
      const held = document.activeElement;
      if (held === null || held === document.body) element?.focus();
    }
    return () => {
      if (element !== null && element === document.activeElement) orphan = id;
    };
  }, [id]);
  return button;
};
