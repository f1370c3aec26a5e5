import { z } from 'zod';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import {
  cannedReply,
  cannedReplyInput,
  draft,
  macro,
  macroInput,
  paletteHits,
  personHit,
  savedView,
  savedViewInput,
  timer,
  ticketId,
  commandResult,
} from './desk-schemas.ts';

/** What people keep at the desk beside the tickets: drafts, the timer, views, replies and macros; and what they look up. */
export const deskCalls = {
  'people:find': call('core', z.strictObject({ text: z.string().max(400) }), z.array(personHit).max(20)),
  'palette:search': call('core', z.strictObject({ text: z.string().max(400) }), paletteHits),
  'draft:list': call('core', nothing, z.array(draft)),
  'draft:get': call('core', draft.pick({ key: true }), draft.nullable()),
  /** A null body forgets it. */
  'draft:save': call('core', z.strictObject({ key: draft.shape.key, body: draft.shape.body.nullable() }), nothing),
  'timer:get': call('core', nothing, timer.nullable()),
  /** Starts it on a ticket, from an earlier instant where one is given, or lets a paused one run on. */
  'timer:start': call('core', z.strictObject({ ticketId, atMs: chosenInstantMs.nullable() }), timer),
  'timer:pause': call('core', nothing, timer),
  /** Keeps what it measured as time spent on its ticket, and ends it. */
  'timer:keep': call('core', z.strictObject({ note: z.string().trim().max(400).nullable() }), commandResult),
  'timer:discard': call('core', nothing, nothing),
  'view:list': call('core', nothing, z.array(savedView)),
  'view:save': call('core', savedViewInput, savedView),
  'view:delete': call('core', z.strictObject({ id: ticketId }), nothing),
  'reply:list': call('core', nothing, z.array(cannedReply)),
  /** Refused where a variable is unknown or both languages are missing. */
  'reply:save': call('core', cannedReplyInput, cannedReply),
  'reply:delete': call('core', z.strictObject({ id: ticketId }), nothing),
  'macro:list': call('core', nothing, z.array(macro)),
  'macro:save': call('core', macroInput, macro, ['agent', 'lead']),
  'macro:delete': call('core', z.strictObject({ id: ticketId }), nothing, ['agent', 'lead']),
} as const;
