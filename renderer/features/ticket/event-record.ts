import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';

/** Recorded within this of happening is recorded as it happened. */
const AT_ONCE_MS = MINUTE_MS;

/** What only a command of the desk writes into an event; exports tell no such field. */
const OUR_FIELD: Readonly<Record<string, string>> = {
  responded: 'by',
  paused: 'wakeAtMs',
  resumed: 'text',
  awaited: 'reason',
  resolved: 'text',
  reopened: 'reason',
};

/** How an event came into the log. */
export type EventRecord = {
  /** Who recorded it here; null for what an import told, whose importer did none of it. */
  readonly recordedBy: string | null;
  /** It was recorded later than it happened. */
  readonly isBackDated: boolean;
  /** The lead who allowed what a rule refuses; null where that was not needed. */
  readonly approvedBy: string | null;
};

export const eventRecord = ({ kind, payload, atMs, recordedAtMs, actor }: TimelineEvent): EventRecord => {
  const isAtOnce = Math.abs(recordedAtMs - atMs) < AT_ONCE_MS;
  const field = OUR_FIELD[kind];
  const isOurs = isAtOnce || (field !== undefined && field in payload);
  // A note names its author itself.
  const isNamed = payload['author'] === actor || payload['assignee'] === actor;
  const { approvedBy } = payload;
  return {
    approvedBy: typeof approvedBy === 'string' ? approvedBy : null,
    recordedBy: isOurs && !isNamed && actor !== '' ? actor : null,
    isBackDated: isOurs && !isAtOnce,
  };
};

/** What the parts of a timeline are about: what was said with the customer and among us, or what was changed. */
export const TIMELINE_PARTS = ['all', 'conversation', 'changes'] as const;
export type TimelinePart = (typeof TIMELINE_PARTS)[number];

const CONVERSATION: ReadonlySet<string> = new Set([
  'opened',
  'responded',
  'paused',
  'resumed',
  'resolved',
  'reopened',
  'commented',
  'escalated',
  'escalationReturned',
]);

export const isOfPart = ({ kind }: TimelineEvent, part: TimelinePart): boolean =>
  part === 'all' || CONVERSATION.has(kind) === (part === 'conversation');
