import { Fragment, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { measure, type Line } from './measure.ts';
import { paginate, type Slice } from './paginate.ts';

/** Rows of a part on one page. */
export type PageSlice = Slice & {
  /** Those lines, where the part is text; null while it is laid out whole. */
  readonly lines: readonly Line[] | null;
};

export type DrawnPage<Sheet> = {
  readonly sheet: Sheet;
  readonly slices: readonly PageSlice[];
  /** From 1; null while pages are not counted yet. */
  readonly page: number | null;
  readonly pages: number;
};

export type Cut<Sheet> = { readonly of: Sheet; readonly count: number };

type Props<Sheet> = {
  /** The document; another one is cut anew. */
  readonly sheet: Sheet;
  /** All of it, as one page would hold it. */
  readonly whole: (sheet: Sheet) => readonly Slice[];
  /** Draws one page. */
  readonly children: (page: DrawnPage<Sheet>) => ReactNode;
  readonly onCut: (cut: Cut<Sheet>) => void;
};

type CutPages<Sheet> = { readonly of: Sheet; readonly pages: readonly (readonly PageSlice[])[] };

/** A document cut into sheets of A4: on screen, and the same, alone, for the printer. While it is cut anew, it is shown as it was. */
export const PaperPages = <Sheet,>({ sheet, whole, children: draw, onCut }: Props<Sheet>) => {
  const laidOut = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState<CutPages<Sheet> | null>(null);
  useLayoutEffect(() => {
    let isGone = false;
    const cutAgain = (): void => {
      if (isGone || laidOut.current === null) return;
      const { sections, pagePx, lines } = measure(laidOut.current);
      const pages = paginate(sections, pagePx).map((slices) =>
        slices.map((slice) => ({ ...slice, lines: lines.get(slice.part)?.slice(slice.from, slice.to) ?? null })),
      );
      setCut({ of: sheet, pages });
      onCut({ of: sheet, count: pages.length });
    };
    // Text in another font has other lines.
    void document.fonts.ready.then(cutAgain);
    return () => {
      isGone = true;
    };
  }, [sheet, onCut]);
  const isCut = cut?.of === sheet;
  const pages = cut?.pages.map((slices, i) => (
    // A page is its number.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={i}>{draw({ sheet: cut.of, slices, page: i + 1, pages: cut.pages.length })}</Fragment>
  ));
  return (
    <>
      {isCut ? null : (
        <div ref={laidOut} className="paper-measure" aria-hidden="true">
          {draw({ sheet, slices: whole(sheet).map((slice) => ({ ...slice, lines: null })), page: null, pages: 1 })}
        </div>
      )}
      {pages}
      {isCut ? createPortal(<div className="paper-print">{pages}</div>, document.body) : null}
    </>
  );
};
