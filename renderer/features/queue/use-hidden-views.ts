import { useEffect, useState, type RefObject } from 'react';

const NONE: ReadonlySet<string> = new Set();

/**
 * The children of a row (by their `data-view`) that found no room in it. The row wraps and shows its first line alone, so nothing has to be
 * measured to keep it from overflowing; the observer tells afterwards, without a layout of its own, what has to stand in the menu instead.
 */
export const useHiddenViews = (row: RefObject<HTMLElement | null>, keys: string): ReadonlySet<string> => {
  const [hidden, setHidden] = useState(NONE);
  useEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const onSeen = (entries: readonly IntersectionObserverEntry[]): void =>
      setHidden((before) => {
        const now = new Set(before);
        for (const { target, intersectionRatio } of entries) {
          const key = target.getAttribute('data-view') ?? '';
          if (intersectionRatio < 0.5) now.add(key);
          else now.delete(key);
        }
        return now;
      });
    const observer = new IntersectionObserver(onSeen, { root: element, threshold: [0, 0.5, 1] });
    for (const child of element.querySelectorAll('[data-view]')) observer.observe(child);
    return () => observer.disconnect();
    // Other keys are other children.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [row, keys]);
  return hidden;
};
