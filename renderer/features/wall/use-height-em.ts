import { useEffect, useState, type RefObject } from 'react';

/** The height of an element in its own type size; 0 until it is laid out. */
export const useHeightEm = (ref: RefObject<HTMLElement | null>): number => {
  const [heightEm, setHeightEm] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const sizePx = Number.parseFloat(getComputedStyle(element).fontSize);
      setHeightEm(element.clientHeight / sizePx);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return heightEm;
};
