import type { Language } from '../i18n/language.ts';

export type SheetColumn = { readonly id: string; readonly label: string; readonly isAmount: boolean };

/** A row of a table: `whole` stands for all, `by` heads the rows below it. `share` is drawn as a bar, in percent. */
export type SheetRow = {
  readonly kind: 'whole' | 'by' | 'line';
  readonly cells: readonly string[];
  readonly share?: number | null;
};

export type SheetTable = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Said where it has no rows. */
  readonly none: string;
};

/** A report in one language, as paper has it. */
export type ReportSheet = {
  readonly language: Language;
  readonly title: string;
  /** Whose it is; stands above on every page. */
  readonly owner: string;
  readonly period: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What a reader must know before the figures. */
  readonly notes: readonly string[];
  readonly tables: readonly SheetTable[];
  readonly footnotesTitle: string;
  readonly footnotes: readonly (readonly [name: string, text: string])[];
};
