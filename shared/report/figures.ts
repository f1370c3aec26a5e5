import type { TicketEvent } from '../ticket/ticket-event.ts';
import type { CustomerEvent } from '../customer/customer-event.ts';

/** The parts of a report. */
export const FAMILIES = ['sla', 'flow', 'backlog', 'times', 'turns', 'waits', 'hours', 'coaching'] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * How a figure is made of what it counts: `count` of cases; `percent` of the cases that did; `times` as median, p90 and p95; `sum` of lengths in
 * milliseconds; `minutes`, a sum of whole minutes.
 */
export type FigureUnit = 'count' | 'percent' | 'times' | 'sum' | 'minutes';

type Kind = TicketEvent['kind'] | CustomerEvent['kind'];

/** What a figure is. Its definition in words is the text `report.definition.<id>`, its name `report.figure.<id>`. */
export type Figure = {
  readonly family: Family;
  readonly unit: FigureUnit;
  /** The kinds of events that it depends on. */
  readonly reads: readonly Kind[];
  /** It stands by priority, tier and level beside the whole. */
  readonly isOfTickets: boolean;
};

const LIFE = ['opened', 'openingCorrected', 'resolved', 'closed', 'merged', 'unmerged', 'reopened'] as const;
const CLOCK = [...LIFE, 'paused', 'resumed', 'priorityChanged', 'tierChanged', 'edited'] as const;
const ANSWER = [...LIFE, 'responded', 'edited'] as const;
const TURNS = ['escalated', 'escalationReturned', 'escalationAccepted'] as const;
const WORK = ['workLogged', 'workReversed', 'overageDecided', 'packBought', 'goodwillGranted', 'lotAdjusted'] as const;
const SESSIONS = [
  'sessionAsked',
  'sessionPlanned',
  'sessionChanged',
  'sessionConfirmed',
  'sessionCancelled',
  'sessionNoShow',
  'sessionDone',
  'reportSaved',
] as const;

const of = (family: Family, unit: FigureUnit, reads: readonly Kind[], isOfTickets = true): Figure => ({
  ...{ family, unit, reads, isOfTickets },
});

/**
 * Every figure of the reports. What the offer states (contractual commitments) and what we set ourselves (internal objectives) are figures of
 * their own, so that none can sum both.
 */
export const FIGURES = {
  /** Of the tickets resolved in the period for the last time, those that never breached a promise of that kind. */
  'compliance.contractual': of('sla', 'percent', CLOCK),
  'compliance.internal': of('sla', 'percent', CLOCK),
  /** Of the tickets first answered in the period, those answered in time. */
  'answered.contractual': of('sla', 'percent', ANSWER),
  'answered.internal': of('sla', 'percent', ANSWER),
  /** Tickets whose promise of that kind was first passed in the period, whether they are finished or not. */
  'breaches.contractual': of('sla', 'count', [...CLOCK, ...TURNS, 'responded', 'awaited', 'activated']),
  'breaches.internal': of('sla', 'count', [...CLOCK, ...TURNS, 'responded', 'awaited', 'activated']),
  /** Inflow: opened in the period. */
  opened: of('flow', 'count', ['opened', 'openingCorrected']),
  /** Outflow: every resolution in the period, also of what was reopened later. */
  resolved: of('flow', 'count', LIFE),
  reopened: of('flow', 'count', LIFE),
  /** Open at the end of the period. */
  backlog: of('backlog', 'count', LIFE),
  /** How long what is open at the end has been known, since its opening. */
  'backlog.age': of('backlog', 'times', LIFE),
  /** Of what is open at the end, what has breached a promise of that kind. */
  'backlog.breached.contractual': of('backlog', 'percent', CLOCK),
  'backlog.breached.internal': of('backlog', 'percent', CLOCK),
  /** From the opening to the first answer, of those first answered in the period; `net` is without waiting for the customer. */
  'response.gross': of('times', 'times', ANSWER),
  'response.net': of('times', 'times', [...ANSWER, 'paused', 'resumed']),
  /** From the opening to the last resolution, of those in the period; `net` is without waiting for the customer and without the time it was resolved. */
  'resolution.gross': of('times', 'times', LIFE),
  'resolution.net': of('times', 'times', [...LIFE, 'paused', 'resumed']),
  /** Escalations to a level, and those that came back from it. */
  escalated: of('turns', 'count', ['escalated']),
  returned: of('turns', 'count', TURNS),
  /** Time waited within the period, by whom for and why; n are the waits that began in it. */
  waited: of('waits', 'sum', ['paused', 'awaited', 'resumed', 'activated', ...LIFE]),
  /** Work of the experts that began in the period and was not taken back. */
  'hours.worked': of('hours', 'minutes', WORK, false),
  'hours.charged': of('hours', 'minutes', WORK, false),
  'hours.overage': of('hours', 'minutes', WORK, false),
  /** Coaching sessions that start in the period. */
  sessions: of('coaching', 'count', SESSIONS, false),
  /** How long those that were held were planned to last. */
  'sessions.held': of('coaching', 'minutes', SESSIONS, false),
  /** Of those that were held, those with a report. */
  'sessions.reported': of('coaching', 'percent', SESSIONS, false),
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];

/** What a figure is split by. Not each is split by each; a line without is the whole. */
export const DIMENSIONS = [
  'priority',
  'tier',
  'level',
  'cause',
  'age',
  'wait',
  'reason',
  'assignment',
  'expert',
  'state',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
