import type { StatementWords } from './statement-words.ts';

/** An amount in minutes, or words. */
export type SheetCell = string | { readonly minutes: number };

export type SheetColumn = {
  readonly id: string;
  readonly label: string;
  /** What an amount is written in where it becomes a number: worked time is told to the minute. */
  readonly unit: 'text' | 'hours' | 'minutes';
};

export type SheetTable = {
  readonly id: 'lots' | 'work' | 'months' | 'overage';
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly total: readonly SheetCell[] | null;
  /** Said where it has no rows. */
  readonly none: string;
};

/** A statement in one language: what screen, paper and CSV show. */
export type StatementSheet = {
  readonly language: StatementWords['language'];
  readonly title: string;
  readonly customer: string;
  readonly period: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What a reader must know before the figures: sample data, a period that is not over. */
  readonly notes: readonly string[];
  readonly tables: readonly SheetTable[];
  readonly rulesTitle: string;
  readonly rules: readonly {
    readonly text: string;
    readonly label: string;
    readonly origin: 'contractual' | 'default';
  }[];
};
