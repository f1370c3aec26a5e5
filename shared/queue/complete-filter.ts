import { foldText } from '../search/find-words.ts';
import { FIELD_NAMES, FILTER_FIELDS, wordMeans, type FieldName, type FilterField } from './filter-fields.ts';
import { readValue, scanFilterText, writeValue, type FilterToken, type Piece } from './filter-text.ts';

/** The names that the open fields can be completed with. */
export type KnownValues = {
  readonly tiers: readonly string[];
  readonly customers: readonly string[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
};

export type FilterOption = {
  /** As it is to stand in the text: quoted where needed, with the `:` of a field or the blank after a value. */
  readonly insert: string;
  readonly label: string;
  readonly kind: 'field' | 'value';
};

/** What can stand in place of `start` to `end` (exclusive) of the text; the caret goes after what is inserted. */
export type FilterCompletion = {
  readonly start: number;
  readonly end: number;
  readonly options: readonly FilterOption[];
};

const MOST_OPTIONS = 8;

/** `label` is what is shown; the others are spellings that find it too. */
type Candidate = FilterOption & { readonly others: readonly string[] };

/** 0 where the label begins with what is typed, 1 where another spelling does, 2 where the label contains it; null where none fits. */
const rankOf = ({ label, others }: Candidate, typed: string): number | null => {
  const name = foldText(label);
  if (name.startsWith(typed)) return 0;
  if (others.some((other) => foldText(other).startsWith(typed))) return 1;
  return name.includes(typed) ? 2 : null;
};

const bestOf = (candidates: readonly Candidate[], typed: string): readonly FilterOption[] => {
  const wanted = foldText(typed);
  return candidates
    .flatMap((candidate) => {
      const rank = rankOf(candidate, wanted);
      return rank === null ? [] : [{ candidate, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_OPTIONS)
    .map(({ candidate: { insert, label, kind } }) => ({ insert, label, kind }));
};

const FIELDS: readonly Candidate[] = FIELD_NAMES.map((name) => ({
  ...{ insert: `${name}:`, label: name, kind: 'field' },
  others: FILTER_FIELDS[name].aliases,
}));

/** A word of the field stands for this very name. */
const isWordFor = (field: Extract<FilterField, { kind: 'open' }>, name: string): boolean => {
  const meant = wordMeans(field, name)?.[field.property];
  return meant?.length === 1 && meant[0] === name;
};

/** What can be typed as a value of a field, and how it is written. */
const valuesOf = (field: FilterField, known: KnownValues): readonly (readonly [label: string, written: string])[] => {
  const words = Object.keys(field.kind === 'closed' ? { ...field.words, ...field.also } : field.words);
  const same = (value: string) => [value, value] as const;
  if (field.kind === 'closed') return words.map(same);
  if (field.kind === 'distance') return field.examples.map(same);
  const names = [...new Set(known[field.known])].filter(
    (name) => name.length <= field.maxLength && !isWordFor(field, name),
  );
  return [...words.map(same), ...names.map((name) => [name, writeValue(field, name)] as const)];
};

/** Other values of the same field are not offered again; a blank after the value is taken over, a comma keeps its place. */
const completeValue = (
  text: string,
  caret: number,
  { field: name, values }: { readonly field: FieldName; readonly values: readonly Piece[] },
  known: KnownValues,
): FilterCompletion | null => {
  const piece = values.find(({ start, end }) => start <= caret && caret <= end);
  if (!piece) return null;
  const field: FilterField = FILTER_FIELDS[name];
  const alike = (value: string): string => (field.kind === 'open' ? value : foldText(value));
  const others = new Set(values.filter((other) => other !== piece).map(({ value }) => alike(value)));
  const end = piece.isUnclosed ? caret : piece.end;
  const after = text[end] === ',' ? '' : ' ';
  const candidates = valuesOf(field, known)
    .filter(([label]) => !others.has(alike(label)))
    .map(([label, written]): Candidate => ({ insert: written + after, label, kind: 'value', others: [] }));
  return {
    start: piece.start,
    end: text[end] === ' ' ? end + 1 : end,
    options: bestOf(candidates, readValue(text.slice(piece.start, caret))),
  };
};

/** The whole word gives way, up to and with its colon where it has one. */
const completeField = (text: string, caret: number, token: FilterToken): FilterCompletion => {
  const word = text.slice(token.start, token.end);
  const colon = word.indexOf(':');
  return {
    start: token.start,
    end: colon < 0 ? token.end : token.start + colon + 1,
    options: bestOf(FIELDS, text.slice(token.start, caret)),
  };
};

/**
 * What can stand at the caret: the fields that go by the word before it, or the values of the field that it stands in. Those that begin
 * with what is typed come first, then those that contain it, whatever the case and diacritics; at most 8. Nothing typed completes to no
 * field.
 */
export const completeFilter = (text: string, caret: number, known: KnownValues): FilterCompletion => {
  const token = scanFilterText(text).find(({ start, end }) => start < caret && caret <= end);
  if (!token) return { start: caret, end: caret, options: [] };
  const value = token.kind === 'field' ? completeValue(text, caret, token, known) : null;
  return value ?? completeField(text, caret, token);
};
