import type { QueueFilter } from '../ipc/schemas.ts';
import { EMPTY_FILTER } from '../queue/empty-filter.ts';
import type { TierId } from '../sla/policy.ts';
import { LEVELS, WAITING_STATES, type Level } from '../ticket/ticket.ts';

const of = (change: Partial<QueueFilter>): QueueFilter => ({ ...EMPTY_FILTER, ...change });

/** The tickets behind each number of the wall: the queue under such a filter lists as many as the wall says. */
export const WALL_FILTERS = {
  open: of({}),
  breached: of({ view: 'breached' }),
  atRisk: of({ view: 'atRisk' }),
  /** Their clocks run, and are not past their target. */
  running: of({ clocks: ['running', 'atRisk'] }),
  unassigned: of({ view: 'unassigned' }),
  escalated: of({ escalatedTo: [...LEVELS] }),
  waiting: of({ states: [...WAITING_STATES] }),
} as const satisfies Readonly<Record<string, QueueFilter>>;

export type WallNumber = keyof typeof WALL_FILTERS;

/** At risk at a level and of a tier; null is all of them. */
export const atRiskOf = (level: Level | null, tier: TierId | null): QueueFilter => ({
  ...WALL_FILTERS.atRisk,
  levels: level === null ? [] : [level],
  tiers: tier === null ? [] : [tier],
});

/** What somebody has, or what nobody has. */
export const ofAgent = (assignee: string | null, number: 'open' | 'atRisk' | 'breached'): QueueFilter => ({
  ...WALL_FILTERS[number],
  assignees: [assignee],
});
