/** A part of a document that rows make up; heights in pixels. */
export type Section = {
  readonly part: string;
  /** Its title and head, which stand again where it goes on on another page. */
  readonly leadPx: number;
  readonly rowsPx: readonly number[];
};

/** Rows of a section on one page, `to` exclusive. */
export type Slice = { readonly part: string; readonly from: number; readonly to: number };

export type PageSlices = readonly Slice[];

type Open = { readonly slices: Slice[]; readonly usedPx: number };

const EMPTY: Open = { slices: [], usedPx: 0 };

/**
 * Cuts a document into pages: a row is never cut, a head never stands alone, and the last row of a section, which may be its total, takes the
 * one before along. A row that is higher than a page has one for itself.
 */
export const paginate = (sections: readonly Section[], pagePx: number): PageSlices[] => {
  const pages: PageSlices[] = [];
  let page: Open = EMPTY;
  for (const { part, leadPx, rowsPx } of sections) {
    let from = 0;
    while (from < rowsPx.length) {
      const isKeptTogether = rowsPx.length > 1 && from === rowsPx.length - 2;
      const to = isKeptTogether ? rowsPx.length : from + 1;
      const last = page.slices.at(-1);
      const isGoingOn = last?.part === part;
      const heightPx = rowsPx.slice(from, to).reduce((sum, row) => sum + row, 0) + (isGoingOn ? 0 : leadPx);
      if (page.slices.length > 0 && page.usedPx + heightPx > pagePx) {
        pages.push(page.slices);
        page = EMPTY;
        continue;
      }
      const slices =
        isGoingOn && last !== undefined
          ? [...page.slices.slice(0, -1), { ...last, to }]
          : [...page.slices, { part, from, to }];
      page = { slices, usedPx: page.usedPx + heightPx };
      from = to;
    }
  }
  return page.slices.length === 0 ? pages : [...pages, page.slices];
};
