import { z } from 'zod';
import { CATEGORIES, PRIORITIES } from '../sla/policy.ts';
import { chosenInstantMs, ticketCommand } from '../ticket/command.ts';
import { GRADES } from '../ticket/priority-matrix.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import { expertEntitlement } from './customer-schemas.ts';
import { instantMs, queueFilter, queueRow, queueSort } from './schemas.ts';

const id = z.int().positive();
const uuid = z.uuid();
const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(20_000);
const grade = z.enum(GRADES).nullable();

/** Most tickets that one command may change: more is narrowed with filters, or done in turns. */
export const MAX_TARGETS = 1_000;

/** Most views that somebody keeps: each is counted on every change. */
export const MAX_VIEWS = 50;

/**
 * Commands for tickets, in their order on each: one command, or a macro. `expectedVersion` is what the caller saw of a ticket; null where
 * it does not matter (a selection).
 */
export const commandOrder = z.strictObject({
  targets: z
    .array(
      z.strictObject({
        id,
        expectedVersion: z.int().nullable(),
        /** What is done with this one, instead of what is done with all. */
        commands: z.array(ticketCommand).min(1).max(20).optional(),
      }),
    )
    .min(1)
    .max(MAX_TARGETS)
    .refine((targets) => new Set(targets.map((target) => target.id)).size === targets.length, 'each ticket once'),
  commands: z.array(ticketCommand).min(1).max(20),
});

/** A ticket that a command leaves alone, and why. */
export const skippedTicket = z.strictObject({
  id: z.number().int(),
  reference: z.string(),
  code: z.string(),
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SkippedTicket = z.infer<typeof skippedTicket>;

export const commandPreview = z.strictObject({
  changed: z.number().int(),
  skipped: z.array(skippedTicket),
});
export type CommandPreview = z.infer<typeof commandPreview>;

export const commandResult = commandPreview.extend({
  /** To undo it by; null where nothing changed. */
  commandId: z.string().nullable(),
  /** The row as it now stands, for an order about one ticket. */
  row: queueRow.nullable(),
});
export type CommandResult = z.infer<typeof commandResult>;

/** A new ticket. `reportedAtMs`: when the customer told of it, for a call recorded afterwards; the clock reads the moment of creation. */
export const newTicket = z.strictObject({
  customer: line,
  title: line,
  description: text.nullable(),
  category: z.enum(CATEGORIES),
  isBeta: z.boolean(),
  priority: z.enum(PRIORITIES),
  impact: grade,
  urgency: grade,
  /** Why the priority is not that of the matrix. */
  priorityReason: text.nullable(),
  channel: z.enum(['phone', 'mail', 'portal']),
  language: z.enum(['en', 'fr']).nullable(),
  platform: z.enum(PLATFORMS).nullable(),
  requester: line.nullable(),
  contact: z.email().max(400).nullable(),
  /** Null leaves it unassigned. */
  assignee: line.nullable(),
  reportedAtMs: chosenInstantMs.nullable(),
  /** The tier of a customer that is not known yet; null for one that is. */
  newCustomerTier: z.string().max(64).nullable(),
});
export type NewTicket = z.infer<typeof newTicket>;

export const undone = z.strictObject({
  /** The command that was undone. */
  commandId: z.string(),
  /** What it had done, as kinds of events. */
  kinds: z.array(z.string()),
  ticketIds: z.array(z.number().int()),
  /** Of the first of them. */
  reference: z.string(),
});
export type Undone = z.infer<typeof undone>;

export const customerHit = z.strictObject({
  id: z.number().int(),
  name: z.string(),
  tier: z.string(),
  openTickets: z.number().int(),
  /** Whether it may have an expert now, and how many minutes are left. */
  entitlement: expertEntitlement,
});
export type CustomerHit = z.infer<typeof customerHit>;

export const personHit = z.strictObject({ name: z.string(), openTickets: z.number().int() });
export type PersonHit = z.infer<typeof personHit>;

export const paletteHits = z.strictObject({
  tickets: z.array(queueRow),
  customers: z.array(customerHit),
  people: z.array(personHit),
});
export type PaletteHits = z.infer<typeof paletteHits>;

/** What was typed and not sent yet. `key` names the place (`respond:17`, `create`); `body` is that place's own JSON. */
export const draft = z.strictObject({
  key: z.string().min(1).max(100),
  body: z.string().max(1_000_000),
  savedAtMs: instantMs,
});
export type Draft = z.infer<typeof draft>;

/** The timer of the caller: one at a time. `runningSinceMs` is null while it is paused. */
export const timer = z.strictObject({
  ticketId: z.number().int(),
  reference: z.string(),
  startedAtMs: instantMs,
  runningSinceMs: instantMs.nullable(),
  /** What ran before the last pause. */
  bankedMs: z.number().int(),
});
export type Timer = z.infer<typeof timer>;

export const savedView = z.strictObject({
  id: z.number().int(),
  name: line.max(80),
  filter: queueFilter,
  sort: queueSort,
  /** The columns to show, in their order; null shows what fits. */
  columns: z.array(z.string().max(40)).max(30).nullable(),
});
export type SavedView = z.infer<typeof savedView>;
export const savedViewInput = savedView.extend({ id: id.nullable() });

/** One text under one name in both languages; null where a language is missing, which is shown. */
export const cannedReply = z.strictObject({
  id: z.number().int(),
  name: line.max(80),
  subjectEn: z.string().max(400).nullable(),
  bodyEn: z.string().max(20_000).nullable(),
  subjectFr: z.string().max(400).nullable(),
  bodyFr: z.string().max(20_000).nullable(),
});
export type CannedReply = z.infer<typeof cannedReply>;
export const cannedReplyInput = cannedReply.extend({ id: id.nullable() });

export const macro = z.strictObject({
  id: z.number().int(),
  name: line.max(80),
  commands: z.array(ticketCommand).min(1).max(20),
});
export type Macro = z.infer<typeof macro>;
export const macroInput = macro.extend({ id: id.nullable() });

export const commandId = uuid;
export const ticketId = id;
