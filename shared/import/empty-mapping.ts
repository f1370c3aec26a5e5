import type { ImportMapping } from '../ipc/import-guess-schemas.ts';

/** A mapping that says nothing: all is found out, and read as the profile does. */
export const EMPTY_MAPPING: ImportMapping = {
  columns: {},
  states: {},
  priorities: {},
  levels: {},
  tiers: {},
  dayOrder: null,
  encoding: null,
  delimiter: null,
};
