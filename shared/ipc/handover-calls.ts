import { z } from 'zod';
import { HANDOVER_SECTIONS } from '../handover/handover.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import { instantMs } from './schemas.ts';

const id = z.uuid();
const itemId = z.string().min(1).max(100);
const words = z.string().trim().min(1).max(2_000);
const signature = z.strictObject({ by: z.string(), atMs: instantMs });

const item = z.strictObject({
  id: z.string(),
  section: z.enum(HANDOVER_SECTIONS),
  ticketId: z.int().nullable(),
  title: z.string(),
  atMs: instantMs.nullable(),
  nextAction: z.string().nullable(),
  nextUpdateMs: instantMs.nullable(),
  note: z.string().nullable(),
  carriedFrom: z.string().nullable(),
});

/** `HandedItem` of handover/handover.ts; `late`: accepted after both had signed. */
const handedItem = item.extend({ accepted: signature.nullable(), late: signature.nullable() });

/** `Handover` of handover/handover.ts. */
export const handoverPage = z.strictObject({
  id,
  begun: signature,
  untilMs: instantMs,
  items: z.array(handedItem),
  offered: signature.nullable(),
  signed: signature.nullable(),
  version: z.int(),
  /** Who did what with it, in order. */
  trail: z.array(z.strictObject({ kind: z.string(), actor: z.string(), workstation: z.string(), atMs: instantMs })),
});
export type HandoverPage = z.infer<typeof handoverPage>;

const handoverLine = handoverPage
  .omit({ items: true, trail: true })
  .extend({ itemCount: z.int(), acceptedCount: z.int(), leftCount: z.int() });

const atDesk = ['agent', 'lead'] as const;

/** The handover of a shift: drafted from the queue, signed by both sides item by item; what nobody accepts stays in sight. */
export const handoverCalls = {
  /** What a handover to the shift that ends at an instant would begin with; writes nothing. */
  'handover:preview': call('core', z.strictObject({ untilMs: chosenInstantMs }), z.array(item)),
  /** The newest first. */
  'handover:list': call('core', z.strictObject({ limit: z.int().min(1).max(200) }), z.array(handoverLine)),
  'handover:get': call('core', z.strictObject({ id }), handoverPage),
  /** What was signed over and nobody has accepted so far. */
  'handover:list-left': call('core', nothing, z.array(z.strictObject({ handoverId: id, item: handedItem }))),
  /** The one that its outgoing side has signed and nobody has taken over; null where none waits. */
  'handover:get-waiting': call('core', nothing, signature.extend({ id }).nullable()),
  /** Refused while another is under way. */
  'handover:begin': call('core', z.strictObject({ untilMs: chosenInstantMs }), handoverPage, atDesk),
  'handover:change-item': call(
    'core',
    z.strictObject({
      ...{ id, itemId, expectedVersion: z.int().nullable() },
      ...{ nextAction: words.nullable(), nextUpdateMs: chosenInstantMs.nullable(), note: words.nullable() },
    }),
    handoverPage,
    atDesk,
  ),
  'handover:add-note': call('core', z.strictObject({ id, text: words }), handoverPage, atDesk),
  'handover:remove-note': call('core', z.strictObject({ id, itemId }), handoverPage, atDesk),
  /** The outgoing side signs what it has read: another version is refused. */
  'handover:offer': call('core', z.strictObject({ id, expectedVersion: z.int() }), handoverPage, atDesk),
  /** The incoming side takes items over, also after both have signed. */
  'handover:accept': call(
    'core',
    z.strictObject({ id, itemIds: z.array(itemId).min(1).max(5_000) }),
    handoverPage,
    atDesk,
  ),
  /** The incoming side signs; what it has not accepted stays in sight until somebody does. */
  'handover:sign': call('core', z.strictObject({ id, expectedVersion: z.int() }), handoverPage, atDesk),
} as const;
