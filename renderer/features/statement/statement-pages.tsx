import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { StatementSheet } from '../../../shared/expertise/statement-sheet.ts';
import type { StatementWords } from '../../../shared/expertise/statement-words.ts';
import { paginate, type PageSlices, type Section, type Slice } from './paginate.ts';
import { rowsOf, StatementPage } from './statement-page.tsx';

/** Fractions of a pixel add up otherwise on screen and on paper. */
const SLACK_PX = 4;

const wholeOf = ({ tables, rules }: StatementSheet): Slice[] => [
  { part: 'intro', from: 0, to: 1 },
  ...tables.map((table) => ({ part: table.id, from: 0, to: Math.max(1, rowsOf(table).length) })),
  { part: 'rules', from: 0, to: rules.length },
];

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/** The heights of the parts of a document that was laid out whole. */
const measure = (paper: Element): { readonly sections: Section[]; readonly pagePx: number } => ({
  sections: [...paper.querySelectorAll<HTMLElement>('[data-part]')].map((part) => {
    const rows = part.hasAttribute('data-row') ? [part] : [...part.querySelectorAll('[data-row]')];
    const rowsPx = rows.map(heightOf);
    return {
      part: part.dataset['part'] ?? '',
      leadPx: heightOf(part) - rowsPx.reduce((sum, row) => sum + row, 0),
      rowsPx,
    };
  }),
  pagePx: heightOf(paper.querySelector('.paper-body') ?? paper) - SLACK_PX,
});

type Props = {
  readonly sheet: StatementSheet;
  readonly words: StatementWords;
  readonly isSample: boolean;
  readonly onCut: (cut: { readonly of: StatementSheet; readonly count: number }) => void;
};

/** A statement cut into sheets of A4: on screen, and the same, alone, for the printer. */
export const StatementPages = ({ sheet, words, isSample, onCut }: Props) => {
  const whole = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState<{ readonly of: StatementSheet; readonly pages: readonly PageSlices[] } | null>(null);
  useLayoutEffect(() => {
    let isGone = false;
    const cutAgain = (): void => {
      if (isGone || whole.current === null) return;
      const { sections, pagePx } = measure(whole.current);
      const pages = paginate(sections, pagePx);
      setCut({ of: sheet, pages });
      onCut({ of: sheet, count: pages.length });
    };
    // Text in another font has other lines.
    void document.fonts.ready.then(cutAgain);
    return () => {
      isGone = true;
    };
  }, [sheet, onCut]);
  if (cut?.of !== sheet) {
    return (
      <div ref={whole} className="paper-measure" aria-hidden="true">
        <StatementPage {...{ sheet, words, isSample, slices: wholeOf(sheet), page: null, pages: 1 }} />
      </div>
    );
  }
  const pages = cut.pages.map((slices, i) => (
    <StatementPage
      // A page is its number.
      // oxlint-disable-next-line react/no-array-index-key
      key={i}
      {...{ sheet, words, isSample, slices, page: i + 1, pages: cut.pages.length }}
    />
  ));
  return (
    <>
      {pages}
      {createPortal(<div className="paper-print">{pages}</div>, document.body)}
    </>
  );
};
