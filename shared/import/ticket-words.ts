import type { Priority } from '../sla/policy.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { ReadOptions } from './profile.ts';
import type { ReadPriority } from './read-priority.ts';
import type { ReadState } from './read-state.ts';
import { priorityAsSaid, stateAsSaid } from './said-values.ts';
import { warnOfPriority, warnOfState, type ToldRecord } from './told-record.ts';

type Words = {
  readonly readState: (text: string) => ReadState | null;
  readonly readPriority: (text: string) => ReadPriority;
};

/** Reads the states and priorities of one ticket; each that Vigie does not know is said once. */
export const createTicketWords = (record: ToldRecord, words: Words, options: ReadOptions) => {
  const said = new Set<string>();
  const once = (text: string, warn: (record: ToldRecord, text: string) => void): void => {
    if (!said.has(text)) warn(record, text);
    said.add(text);
  };
  return {
    /** As it is read; a ticket may be `deleted`. */
    readState: (text: string): ReadState | null => {
      const state = stateAsSaid(text, words.readState, options);
      if (state === null) once(text, warnOfState);
      return state;
    },
    stateOf: (text: string): TicketState | null => {
      const state = stateAsSaid(text, words.readState, options);
      if (state === null) once(text, warnOfState);
      return state === 'deleted' ? null : state;
    },
    priorityOf: (text: string): Priority | null => {
      const priority = priorityAsSaid(text, words.readPriority, options);
      if (priority === null) once(text, warnOfPriority);
      return priority;
    },
  };
};
