import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { fittingColumns, type ColumnId } from './column-fit.ts';

/** What stands left of the list: the rail. */
const RAIL_PX = 68;

/**
 * The wanted columns that fit into an element, less `sidePx` on each side, followed as it changes. It renders again only when other columns
 * fit; the first answer is that of the window's width, so that a list is not drawn twice.
 */
export const useFittingColumns = (
  ref: RefObject<HTMLElement | null>,
  sidePx: number,
  wanted: readonly ColumnId[],
): readonly ColumnId[] => {
  const [widthPx, setWidthPx] = useState(() => window.innerWidth - RAIL_PX - 2 * sidePx);
  const fitting = fittingColumns(widthPx, wanted).join(' ');
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    /** A width at which the same columns fit is not kept: nothing would look different. */
    const onResize = (): void =>
      setWidthPx((before) => {
        const now = element.clientWidth - 2 * sidePx;
        return fittingColumns(now, wanted).join(' ') === fittingColumns(before, wanted).join(' ') ? before : now;
      });
    const observer = new ResizeObserver(onResize);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, sidePx, wanted]);
  return useMemo(() => fitting.split(' ') as ColumnId[], [fitting]);
};
