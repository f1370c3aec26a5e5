import type { Zone } from '../calendar/zone.ts';
import type { ImportProfile } from '../ipc/import-schemas.ts';
import type { Priority, TierId } from '../sla/policy.ts';
import type { Level, Source } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Synonyms } from './columns.ts';
import type { ImportedTicket, LineIssue } from './imported-ticket.ts';
import type { ReadState } from './read-state.ts';
import type { DayOrder } from './read-time.ts';
import type { TableField } from './table-row.ts';

/** What stands at the start of a file: the names of a table's columns, or a whole JSON value. */
export type Head =
  { readonly kind: 'table'; readonly names: readonly string[] } | { readonly kind: 'json'; readonly value: unknown };

export type ReadOptions = {
  /** Zone of times that name none. */
  readonly zone: Zone;
  /** Undefined where no map names the customer: then it is `standard`. */
  readonly tierOf: (customer: string) => TierId | undefined;
  /** Undefined where no map names the group: then it is L1. */
  readonly levelOf: (group: string | null) => Level | undefined;
  /** The present: nothing can have happened after it. */
  readonly nowMs: InstantMs;
  /** Something that costs its line. */
  readonly onError: (issue: LineIssue) => void;
  /** Something that was read otherwise than it stands, or left out of a line that was read. */
  readonly onWarning: (issue: LineIssue) => void;
  /** What a person said: before what the profile knows. */
  readonly said?: SaidMapping;
  /** Hears what each state and priority of the files was taken for; null where Vigie does not know it. */
  readonly onValue?: (kind: 'state' | 'priority', text: string, means: string | null) => void;
};

/** How somebody said that files are to be read. */
export type SaidMapping = {
  /** Names of columns that a field is read from, in place of those that the profile knows. */
  readonly columns: Partial<Readonly<Record<TableField, readonly string[]>>>;
  /** By the value as it stands. */
  readonly states: ReadonlyMap<string, ReadState>;
  readonly priorities: ReadonlyMap<string, Priority>;
  /** Null where the values tell. */
  readonly dayOrder: DayOrder | null;
};

/** How one file goes in. */
export type Intake =
  | { readonly kind: 'rows'; readonly take: (cells: readonly string[], line: number) => void }
  | {
      readonly kind: 'records';
      readonly records: readonly unknown[];
      /** `line` is the record's position from 1. */
      readonly take: (record: unknown, line: number) => void;
    }
  /** The profile knows the file and needs nothing of it. */
  | { readonly kind: 'unused' }
  /** Not what the profile reads: what it looked for and did not find. */
  | { readonly kind: 'refused'; readonly missing: readonly string[] };

/** Reads the files of one import, in any order and number. */
export type ProfileReader = {
  readonly open: (file: string, head: Head) => Intake;
  /** The tickets, after all files; null for one that came to nothing, so that the caller can pause between any two. */
  readonly finish: () => Iterable<ImportedTicket | null>;
};

/** One kind of export that Vigie reads. */
export type Profile = {
  readonly id: ImportProfile;
  readonly source: Source;
  /** The names of its tables' columns; none where it reads no table. */
  readonly columns?: Synonyms<TableField>;
  /** How much a file looks like this export: 0 not at all, 1 certainly. */
  readonly recognise: (head: Head) => number;
  readonly createReader: (options: ReadOptions) => ProfileReader;
};
