import type { Command } from './command.ts';

/** What is done with coaching sessions, and moving about the calendar. */
export const COACHING_COMMANDS: readonly Command[] = [];
