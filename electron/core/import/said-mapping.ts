import type { SaidMapping } from '../../../shared/import/profile.ts';
import type { ImportMapping } from '../../../shared/ipc/import-guess-schemas.ts';

/** What a mapping says to the reader of a profile. */
export const saidBy = ({ columns, states, priorities, dayOrder }: ImportMapping): SaidMapping => ({
  columns,
  states: new Map(Object.entries(states)),
  priorities: new Map(Object.entries(priorities)),
  dayOrder,
});
