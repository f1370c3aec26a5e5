import { DELIMITERS, type Delimiter } from './detect-dialect.ts';

export type DialectSurvey = {
  readonly delimiter: Delimiter;
  /** Records with as many of it as the header, of how many. */
  readonly agreeing: number;
  readonly total: number;
};

const QUOTE = 34;
const CODES = DELIMITERS.map((delimiter) => delimiter.charCodeAt(0));

/**
 * Which delimiter the records of a whole file agree on, told block by block. Only lines outside quotes count, so that a description over
 * several lines says nothing.
 */
export const createDialectSurvey = () => {
  let counts = CODES.map(() => 0);
  let header: readonly number[] | null = null;
  const agreeing = CODES.map(() => 0);
  let total = 0;
  let isQuoted = false;
  let isEmpty = true;
  const endRecord = (): void => {
    if (!isEmpty) {
      header ??= counts;
      total++;
      const expected = header;
      counts.forEach((count, index) => {
        if (count === expected[index]) agreeing[index] = (agreeing[index] ?? 0) + 1;
      });
    }
    counts = CODES.map(() => 0);
    isEmpty = true;
  };
  return {
    push: (text: string): void => {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === QUOTE) isQuoted = !isQuoted;
        else if (code === 10 && !isQuoted) {
          endRecord();
          continue;
        } else if (!isQuoted) {
          const which = code === 44 || code === 59 || code === 9 || code === 124 ? CODES.indexOf(code) : -1;
          if (which >= 0) counts[which] = (counts[which] ?? 0) + 1;
        }
        if (code !== 13) isEmpty = false;
      }
    },
    /** Null where the header has none of them. */
    end: (): DialectSurvey | null => {
      endRecord();
      let best: DialectSurvey | null = null;
      let bestScore = 0;
      DELIMITERS.forEach((delimiter, index) => {
        const expected = header?.[index] ?? 0;
        if (expected === 0) return;
        const score = ((agreeing[index] ?? 0) / total) * 100 + expected;
        if (score <= bestScore) return;
        bestScore = score;
        best = { delimiter, agreeing: agreeing[index] ?? 0, total };
      });
      return best;
    },
  };
};
