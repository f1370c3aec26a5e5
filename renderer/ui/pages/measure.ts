import type { Section } from './paginate.ts';
import { visualLines } from './visual-lines.ts';

/** A line of a paragraph that may go on on the next page. */
export type Line = { readonly paragraph: number; readonly text: string; readonly isFirst: boolean };

export type Measured = {
  readonly sections: readonly Section[];
  readonly pagePx: number;
  /** The lines of the parts that are texts: each is a row. */
  readonly lines: ReadonlyMap<string, readonly Line[]>;
};

/** Fractions of a pixel add up otherwise on screen and on paper. */
const SLACK_PX = 4;

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/** Each line of a paragraph, with its height; the first has what stands above it. */
const linesOf = (element: Element, paragraph: number): { readonly line: Line; readonly px: number }[] => {
  const texts = visualLines(element);
  const linePx = Number.parseFloat(getComputedStyle(element).lineHeight);
  const firstPx = heightOf(element) - (texts.length - 1) * linePx;
  return texts.map((text, i) => ({
    line: { paragraph, text, isFirst: i === 0 },
    px: i === 0 ? firstPx : linePx,
  }));
};

/** The heights of the parts of a document that was laid out whole: `data-part`, its `data-row`s, of which a `data-flows` goes by its lines. */
export const measure = (paper: Element): Measured => {
  const lines = new Map<string, readonly Line[]>();
  const sections = [...paper.querySelectorAll<HTMLElement>('[data-part]')].map((element): Section => {
    const part = element.dataset['part'] ?? '';
    const rows = element.hasAttribute('data-row') ? [element] : [...element.querySelectorAll('[data-row]')];
    const wholePx = rows.map(heightOf).reduce((sum, row) => sum + row, 0);
    const flowing = rows.filter((row) => row.hasAttribute('data-flows')).flatMap(linesOf);
    if (flowing.length > 0)
      lines.set(
        part,
        flowing.map(({ line }) => line),
      );
    return {
      part,
      leadPx: heightOf(element) - wholePx,
      rowsPx: flowing.length > 0 ? flowing.map(({ px }) => px) : rows.map(heightOf),
    };
  });
  return { sections, lines, pagePx: heightOf(paper.querySelector('.paper-body') ?? paper) - SLACK_PX };
};
