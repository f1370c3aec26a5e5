import { z } from 'zod';
import { CATEGORIES, PRIORITIES, SHIPPED_TIERS } from '../../../shared/sla/policy.ts';
import { LEVELS } from '../../../shared/ticket/ticket.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

const level = z.enum(LEVELS);
const group = z.string().nullable();
const assignee = z.string().nullable();
/** Milliseconds from the anchor, which the reader sets to the present: negative is past. */
const inMs = z.int().max(0);

const sampleEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    inMs,
    kind: z.enum(['responded', 'paused', 'resumed', 'activated', 'resolved', 'reopened', 'closed']),
  }),
  z.strictObject({ inMs, kind: z.literal('awaited'), waitedFor: z.enum(['vendor', 'problem', 'evidence']) }),
  z.strictObject({ inMs, kind: z.literal('priorityChanged'), priority: z.enum(PRIORITIES) }),
  z.strictObject({ inMs, kind: z.literal('assigned'), level, group, assignee }),
]);

/** What `make-sample.mjs` writes. */
export const sampleFile = z.strictObject({
  tickets: z.array(
    z.strictObject({
      reference: z.string(),
      inMs,
      priority: z.enum(PRIORITIES),
      tier: z.enum(SHIPPED_TIERS),
      title: z.string(),
      category: z.enum(CATEGORIES),
      isBeta: z.boolean(),
      customer: z.string(),
      requester: z.string().nullable(),
      channel: z.string(),
      language: z.enum(['en', 'fr']),
      level,
      group,
      assignee,
      events: z.array(sampleEvent),
    }),
  ),
});

export const toTicketEvent = (
  { inMs: offset, ...event }: z.infer<typeof sampleEvent>,
  anchorMs: InstantMs,
): TicketEvent => ({
  ...event,
  atMs: anchorMs + offset,
});
