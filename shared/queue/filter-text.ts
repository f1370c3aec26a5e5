import type { Distance, QueueFilter } from '../ipc/schemas.ts';
import { FIELD_NAMES, FILTER_FIELDS, fieldNamed, readDistance, wordMeans, writeDistance } from './filter-fields.ts';
import type { FieldName, FilterField, FilterPart } from './filter-fields.ts';

/** Offsets into the text, end exclusive. */
type Span = { readonly start: number; readonly end: number };

/** A typed value that was left out: none of its field's values, or longer than a name can be. */
export type FilterProblem = Span & { readonly field: FieldName; readonly value: string };

/** A word or a value as it stands in the text, its quotes within its span. Unclosed, it goes on to the end of the text. */
export type Piece = Span & { readonly value: string; readonly isQuoted: boolean; readonly isUnclosed: boolean };

/** A word of the search; or a field with its values, of which there is at least one, though it may be empty. */
export type FilterToken =
  | (Piece & { readonly kind: 'word' })
  | (Span & { readonly kind: 'field'; readonly field: FieldName; readonly values: readonly Piece[] });

/** As long as the contract allows: `queueFilter`. */
const TEXT_LENGTH = 400;
const NAMES_COUNT = 200;
const TAGS_COUNT = 50;

const BLANKS = /\s*/y;
const FIELD_HEAD = /([^\s:"]+):/y;
const PLAIN_VALUE = /[^\s,]*/y;
const PLAIN_WORD = /\S*/y;
const NEEDS_QUOTES = /^$|[\s,:"]/;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Where the quote at `start` is closed; the end of the text where it is not. */
const closingQuote = (text: string, start: number): number => {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
};

const readPiece = (text: string, start: number, plain: RegExp): Piece => {
  const isQuoted = text[start] === '"';
  const closeAt = isQuoted ? closingQuote(text, start) : start;
  const plainAt = isQuoted ? Math.min(closeAt + 1, text.length) : start;
  const rest = matchAt(plain, text, plainAt)?.[0] ?? '';
  return {
    value: text.slice(start + 1, closeAt).replaceAll('""', '"') + rest,
    isQuoted,
    isUnclosed: isQuoted && closeAt === text.length,
    start,
    end: plainAt + rest.length,
  };
};

/** What is typed up to the end of `text`, as one value. */
export const readValue = (text: string): string => readPiece(text, 0, PLAIN_VALUE).value;

const readToken = (text: string, start: number): FilterToken => {
  const head = matchAt(FIELD_HEAD, text, start);
  const field = fieldNamed(head?.[1] ?? '');
  if (head === null || field === null) return { kind: 'word', ...readPiece(text, start, PLAIN_WORD) };
  let piece = readPiece(text, start + head[0].length, PLAIN_VALUE);
  const values = [piece];
  while (text[piece.end] === ',') values.push((piece = readPiece(text, piece.end + 1, PLAIN_VALUE)));
  return { kind: 'field', field, start, end: piece.end, values };
};

/** The fields and words of a text in their order; between them stand only blanks. */
export const scanFilterText = (text: string): readonly FilterToken[] => {
  const tokens: FilterToken[] = [];
  for (let at = text.search(/\S/); at >= 0 && at < text.length;) {
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end + (matchAt(BLANKS, text, token.end)?.[0].length ?? 0);
  }
  return tokens;
};

const readPart = (field: FilterField, { value, isQuoted }: Piece): FilterPart | null => {
  const means = field.kind === 'open' && isQuoted ? null : wordMeans(field, value);
  if (means !== null || field.kind === 'closed') return means;
  if (field.kind === 'distance') {
    const distance = readDistance(value);
    const part: Partial<Record<typeof field.property, Distance>> = { [field.property]: distance ?? undefined };
    return distance && part;
  }
  const part: Partial<Record<typeof field.property, string[]>> = { [field.property]: [value] };
  return value.length <= field.maxLength ? part : null;
};

const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A value of an open field as it is typed: quoted where it would be read as something else. */
export const writeValue = (field: FilterField, value: string): string =>
  NEEDS_QUOTES.test(value) || wordMeans(field, value) !== null ? quote(value) : value;

const writeWord = (word: string): string => {
  const isField = fieldNamed(matchAt(FIELD_HEAD, word, 0)?.[1] ?? '') !== null;
  return isField || word.startsWith('"') ? quote(word) : word;
};

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** A blank or half a character at the cut is left out with the rest. */
const cutText = (text: string): string =>
  text.length > TEXT_LENGTH ? text.slice(0, TEXT_LENGTH).replace(/\s?[\uD800-\uDBFF]?$/, '') : text;

const joinParts = (parts: readonly FilterPart[], base: QueueFilter, text: string): QueueFilter => {
  const { state, clock, priority, level, kind, platform, language, escalated } = FILTER_FIELDS;
  type ItemsOf<Item> = (part: FilterPart) => readonly Item[] | undefined;
  const asTyped = <Item>(itemsOf: ItemsOf<Item>, from = parts) => [
    ...new Set(from.flatMap((part) => itemsOf(part) ?? [])),
  ];
  const inOrder = <Item>(field: FilterField, itemsOf: ItemsOf<Item>): Item[] => {
    const typed = asTyped(itemsOf);
    return asTyped(itemsOf, Object.values(field.words)).filter((item) => typed.includes(item));
  };
  return {
    view: parts.findLast(({ view }) => view !== undefined)?.view ?? base.view,
    states: inOrder(state, ({ states }) => states),
    clocks: inOrder(clock, ({ clocks }) => clocks),
    priorities: inOrder(priority, ({ priorities }) => priorities),
    tiers: asTyped(({ tiers }) => tiers),
    levels: inOrder(level, ({ levels }) => levels),
    assignees: asTyped(({ assignees }) => assignees).slice(0, NAMES_COUNT),
    owners: asTyped(({ owners }) => owners).slice(0, NAMES_COUNT),
    customers: asTyped(({ customers }) => customers).slice(0, NAMES_COUNT),
    categories: inOrder(kind, ({ categories }) => categories),
    platforms: inOrder(platform, ({ platforms }) => platforms),
    languages: inOrder(language, ({ languages }) => languages),
    tags: asTyped(({ tags }) => tags).slice(0, TAGS_COUNT),
    escalatedTo: inOrder(escalated, ({ escalatedTo }) => escalatedTo),
    isBeta: parts.findLast(({ isBeta }) => isBeta !== undefined)?.isBeta ?? null,
    due: parts.findLast(({ due }) => due !== undefined)?.due ?? null,
    opened: parts.findLast(({ opened }) => opened !== undefined)?.opened ?? null,
    text,
  };
};

/**
 * The filter that a text stands for. `base` gives the view where none is typed, and nothing else. A field without a value filters
 * nothing; of a field that takes one value, the last counts. Closed lists come in canonical order, open ones as typed, both without
 * repeats and no longer than the contract allows.
 */
export const parseFilterText = (
  text: string,
  base: QueueFilter,
): { readonly filter: QueueFilter; readonly problems: readonly FilterProblem[] } => {
  const parts: FilterPart[] = [];
  const problems: FilterProblem[] = [];
  const words: string[] = [];
  for (const token of scanFilterText(text)) {
    if (token.kind === 'word') words.push(token.value);
    else
      for (const piece of token.values) {
        const { value, start, end } = piece;
        if (value === '' && (!piece.isQuoted || piece.isUnclosed)) continue;
        const part = readPart(FILTER_FIELDS[token.field], piece);
        if (part) parts.push(part);
        else problems.push({ field: token.field, value, start, end });
      }
  }
  return { filter: joinParts(parts, base, cutText(wordsOf(words.join(' ')).join(' '))), problems };
};

const writeClosed = ({ words, property }: FilterField, filter: QueueFilter): string[] => {
  const left = new Set<unknown>([filter[property]].flat());
  return Object.entries(words).flatMap(([word, part]) => {
    const items = [part[property]].flat();
    if (!items.every((item) => left.has(item))) return [];
    for (const item of items) left.delete(item);
    return [word];
  });
};

const writeValues = (field: FilterField, filter: QueueFilter): readonly string[] => {
  if (field.kind === 'closed') return writeClosed(field, filter);
  if (field.kind === 'distance') {
    const distance = filter[field.property];
    return distance ? [writeDistance(distance)] : [];
  }
  const { words, property } = field;
  return filter[property].map(
    (item) => Object.keys(words).find((word) => words[word]?.[property]?.[0] === item) ?? writeValue(field, item ?? ''),
  );
};

/**
 * The canonical text of a filter, which `parseFilterText` reads back to the same filter: fields in one order, then the words. The view
 * is written unless it is `open`, so the text means the same only over a base with that view.
 */
export const formatFilterText = (filter: QueueFilter): string => {
  const fields = FIELD_NAMES.flatMap((name) => {
    const values = name === 'view' && filter.view === 'open' ? [] : writeValues(FILTER_FIELDS[name], filter);
    return values.length > 0 ? [`${name}:${values.join(',')}`] : [];
  });
  return [...fields, ...wordsOf(filter.text).map(writeWord)].join(' ');
};
