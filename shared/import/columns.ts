import { toldText } from './cell.ts';

/** A name for comparing: without accents, case, punctuation and blanks. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The names that a field goes by, best first. */
export type Synonyms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Where the fields of a table stand. */
export type Columns<Field extends string> = {
  readonly has: (field: Field) => boolean;
  /** What a row tells of a field: the first of its columns that tells anything; null where none does. */
  readonly cell: (cells: readonly string[], field: Field) => string | null;
};

/** Finds the fields of a table by the names of its columns. A name that occurs twice is one field with two columns. */
export const locateColumns = <Field extends string>(
  names: readonly string[],
  synonyms: Synonyms<Field>,
): Columns<Field> => {
  const indexesByName = new Map<string, number[]>();
  names.forEach((name, index) => {
    const folded = foldName(name);
    const indexes = indexesByName.get(folded);
    if (indexes) indexes.push(index);
    else indexesByName.set(folded, [index]);
  });
  const places = new Map<string, readonly number[]>();
  for (const [field, known] of Object.entries<readonly string[]>(synonyms)) {
    const indexes = [...new Set(known.map(foldName))].flatMap((name) => indexesByName.get(name) ?? []);
    if (indexes.length > 0) places.set(field, indexes);
  }
  return {
    has: (field) => places.has(field),
    cell: (cells, field) => {
      const indexes = places.get(field);
      if (indexes === undefined) return null;
      for (const index of indexes) {
        const text = toldText(cells[index]);
        if (text !== null) return text;
      }
      return null;
    },
  };
};

/** The fields of `required` that a table lacks, each by its best name. */
export const missingColumns = <Field extends string>(
  columns: Columns<Field>,
  synonyms: Synonyms<Field>,
  required: readonly Field[],
): string[] => required.filter((field) => !columns.has(field)).map((field) => synonyms[field][0] ?? field);
