import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import { FILTER_FIELDS } from '../../../shared/queue/filter-fields.ts';
import {
  parseFilterText,
  scanFilterText,
  type FilterProblem,
  type FilterToken,
} from '../../../shared/queue/filter-text.ts';

/** A stretch of the typed text: what is drawn behind it. Stretches follow each other without gaps. */
export type TypedPart = {
  readonly text: string;
  readonly kind: 'plain' | 'field';
  readonly isProblem: boolean;
};

/** The token that the caret stands in or just behind; null where it stands in none, or the box has no focus. */
const tokenAt = (text: string, caret: number | null): FilterToken | null =>
  caret === null ? null : (scanFilterText(text).find(({ start, end }) => start < caret && caret <= end) ?? null);

/** A name that is still being typed: as a filter, its first letters would empty the list. */
const isNameInTheMaking = (token: FilterToken | null): token is FilterToken =>
  token !== null && token.kind === 'field' && FILTER_FIELDS[token.field].kind === 'open';

/** The filter of a text; a name that the caret stands in waits until the caret has left it. */
export const filterOfTyped = (text: string, caret: number | null, base: QueueFilter): QueueFilter => {
  const token = tokenAt(text, caret);
  const said = isNameInTheMaking(token) ? text.slice(0, token.start) + text.slice(token.end) : text;
  return parseFilterText(said, base).filter;
};

/** The last word could become a field's name: the list waits a little longer before it is searched. */
export const couldBecomeField = (text: string, caret: number | null, hasFieldOptions: boolean): boolean =>
  hasFieldOptions && tokenAt(text, caret)?.kind === 'word';

/** What cannot be understood, but where it is still being typed. */
export const problemsOf = (text: string, caret: number | null, base: QueueFilter): readonly FilterProblem[] =>
  parseFilterText(text, base).problems.filter(({ start, end }) => caret === null || caret < start || caret > end);

/** The text cut where fields and problems begin and end. */
export const partsOf = (text: string, problems: readonly FilterProblem[]): readonly TypedPart[] => {
  const parts: TypedPart[] = [];
  let at = 0;
  const push = (end: number, kind: TypedPart['kind'], isProblem = false): void => {
    if (end > at) parts.push({ text: text.slice(at, end), kind, isProblem });
    at = Math.max(at, end);
  };
  for (const token of scanFilterText(text)) {
    if (token.kind === 'word') continue;
    push(token.start, 'plain');
    for (const { start, end } of problems.filter(
      (problem) => problem.start >= token.start && problem.end <= token.end,
    )) {
      push(start, 'field');
      push(end, 'field', true);
    }
    push(token.end, 'field');
  }
  push(text.length, 'plain');
  return parts;
};
