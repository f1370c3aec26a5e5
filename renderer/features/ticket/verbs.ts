import type { Actor } from '../../../shared/access/actor.ts';
import type { QueueRow, TicketDetail } from '../../../shared/ipc/schemas.ts';
import { refusalOf, type KnownTicket } from '../../../shared/ticket/allowed.ts';
import type { TicketCommand, TicketCommandKind } from '../../../shared/ticket/command.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { getNowMs } from '../../state/now-store.ts';
import type { Form } from '../../state/desk-store.ts';

export const VERB_IDS = [
  'mail',
  'call',
  'note',
  'inform',
  'wait',
  'vendor',
  'answered',
  'continue',
  'resolve',
  'reopen',
  'close',
  'priority',
  'assign',
  'take',
  'edit',
  'tags',
  'escalate',
  'accept',
  'return',
  'acknowledge',
  'engage',
  'link',
  'merge',
  'unmerge',
  'timer',
] as const;
export type VerbId = (typeof VERB_IDS)[number];

/**
 * Something to do with a ticket: by a form, by commands that need nothing filled in, or (the timer alone) by neither. The same in the
 * list and on the page; its short name is the message `page.verb.<id>`.
 */
export type Verb = {
  readonly id: VerbId;
  readonly form?: Form;
  readonly commands?: readonly TicketCommand[];
  /** Whether the ticket's state and the caller's role allow it; `detail` is null where only the row is known. */
  readonly isAllowed: (row: QueueRow, detail: TicketDetail | null, me: Actor) => boolean;
};

const knownOf = (row: QueueRow, detail: TicketDetail | null): KnownTicket => ({
  ...row,
  ...(detail === null
    ? {}
    : { links: detail.links, mergedInto: detail.mergedInto, expertiseAtMs: detail.expertiseAtMs }),
});

/**
 * Asked on every press and for every ticket drawn: `decide` is pure and takes microseconds. The window's clock stands at the second that began:
 * what happened within it has happened.
 */
const codeOf = (kind: TicketCommandKind, row: QueueRow, detail: TicketDetail | null, me: Actor): string | null =>
  refusalOf(kind, knownOf(row, detail), me, getNowMs() + SECOND_MS)?.code ?? null;

const allows =
  (kind: TicketCommandKind): Verb['isAllowed'] =>
  (row, detail, me) =>
    codeOf(kind, row, detail, me) === null;

/** A row tells of the tier alone: where that does not entitle, the form asks the ledger, and says what would. */
const SHUT_CODES: ReadonlySet<string | null> = new Set([null, 'expertise/not-entitled', 'expertise/not-dated']);

const mayEngage: Verb['isAllowed'] = (row, detail, me) => SHUT_CODES.has(codeOf('engageExpertise', row, detail, me));

/** A row does not tell of mergers, but a merged ticket is closed. */
const mayUnmerge: Verb['isAllowed'] = (row, detail, me) =>
  detail === null ? row.state === 'closed' && me.role !== 'expert' : allows('unmerge')(row, detail, me);

/** How far a ticket's escalation is the core knows: a row tells whether there can be one. */
const mayAcknowledge: Verb['isAllowed'] = (row, detail, me) =>
  row.priority === 'P1' && allows('acknowledge')(row, detail, me);

const byForm = (form: Form & VerbId, isAllowed: Verb['isAllowed']): Verb => ({ id: form, form, isAllowed });

const atOnce = (id: VerbId, command: TicketCommand, isAllowed = allows(command.kind)): Verb => ({
  id,
  commands: [command],
  isAllowed,
});

const TIMER: VerbId = 'timer';

/** Every verb, in the order of the page. */
export const VERBS: readonly Verb[] = [
  byForm('mail', allows('respond')),
  byForm('call', allows('respond')),
  byForm('note', allows('note')),
  byForm('inform', allows('note')),
  byForm('wait', allows('waitForCustomer')),
  byForm('vendor', allows('waitForOther')),
  byForm('answered', allows('customerAnswered')),
  atOnce('continue', { kind: 'continue' }),
  byForm('resolve', allows('resolve')),
  byForm('reopen', allows('reopen')),
  atOnce('close', { kind: 'close' }),
  byForm('priority', allows('changePriority')),
  byForm('assign', allows('assign')),
  atOnce('take', { kind: 'take' }),
  byForm('edit', allows('edit')),
  byForm('tags', allows('tag')),
  byForm('escalate', allows('escalate')),
  atOnce('accept', { kind: 'acceptEscalation' }),
  byForm('return', allows('returnEscalation')),
  atOnce('acknowledge', { kind: 'acknowledge' }, mayAcknowledge),
  byForm('engage', mayEngage),
  byForm('link', allows('link')),
  byForm('merge', allows('mergeInto')),
  atOnce('unmerge', { kind: 'unmerge' }, mayUnmerge),
  { id: TIMER, isAllowed: allows('keepTime') },
];

const BY_ID: ReadonlyMap<VerbId, Verb> = new Map(VERBS.map((verb) => [verb.id, verb]));

export const verbOf = (id: VerbId): Verb => {
  const verb = BY_ID.get(id);
  if (verb === undefined) throw new Error(`no verb ${id}`);
  return verb;
};
