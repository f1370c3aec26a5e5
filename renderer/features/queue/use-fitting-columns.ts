import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { fittingColumns, type ColumnId } from './column-fit.ts';

/** What stands left of the list: the rail. */
const RAIL_PX = 68;

const keyOf = (widthPx: number): string => fittingColumns(widthPx).join(' ');

/**
 * The columns that fit into an element, less `sidePx` on each side, followed as it changes. It renders again only when other columns fit;
 * the first answer is that of the window's width, so that a list is not drawn twice.
 */
export const useFittingColumns = (ref: RefObject<HTMLElement | null>, sidePx: number): readonly ColumnId[] => {
  const [key, setKey] = useState(() => keyOf(window.innerWidth - RAIL_PX - 2 * sidePx));
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setKey(keyOf(element.clientWidth - 2 * sidePx)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, sidePx]);
  return useMemo(() => key.split(' ') as ColumnId[], [key]);
};
