import { z } from 'zod';
import { CALLED_OFF_BY } from '../coaching/session-event.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import {
  absenceRow,
  askOrder,
  changeOrder,
  coachingPath,
  conflict,
  expertName,
  expertRow,
  hoursNeeded,
  occurrence,
  planOrder,
  proposal,
  proposalPreview,
  reportSections,
  sessionId,
  sessionPage,
  sessionRow,
  workingWeek,
} from './coaching-schemas.ts';
import { ticketId } from './desk-schemas.ts';
import { workInput } from './expertise-schemas.ts';
import { fileSelection } from './import-schemas.ts';
import { instantMs } from './schemas.ts';

const text = z.string().trim().min(1).max(20_000);
const language = z.enum(['en', 'fr']);
const PLANNERS = ['expert', 'lead'] as const;
const of = { id: sessionId, expectedVersion: z.int().nullable() };
const span = { fromMs: chosenInstantMs, toMs: chosenInstantMs };

/** Most sessions that one answer lists. */
export const MOST_SESSIONS = 2_000;

/** Coaching sessions: experts and leads plan, agents ask and read. */
export const coachingCalls = {
  /** Sessions that have a time, of any state, which overlap [fromMs, toMs), in order of time. `total` where there are more than are sent. */
  'coaching:list': call(
    'core',
    z.strictObject({ ...span, experts: z.array(expertName).max(100).nullable(), customerId: ticketId.nullable() }),
    z.strictObject({ rows: z.array(sessionRow), total: z.int() }),
  ),
  /** The waiting list: asked sessions, the oldest first. */
  'coaching:list-asked': call('core', nothing, z.array(sessionPage)),
  'coaching:get': call('core', z.strictObject({ id: sessionId }), sessionPage),
  /** What stands against a session, by the function that commands ask; writes nothing. Refused where the times themselves cannot be. */
  'coaching:preview': call('core', proposal, proposalPreview),
  /** The next slots against which nothing stands but hours, for an expert or for any. */
  'coaching:find-slots': call(
    'core',
    z.strictObject({
      customerId: ticketId,
      assignment: proposal.shape.assignment,
      ticketId: ticketId.nullable(),
      expert: expertName.nullable(),
      durationMin: z.int().min(5).max(720),
      fromMs: chosenInstantMs,
      /** At most 92 days later; null: those. */
      untilMs: chosenInstantMs.nullable(),
    }),
    z.strictObject({
      slots: z.array(
        z.strictObject({ expert: z.string(), startMs: instantMs, endMs: instantMs, conflicts: z.array(conflict) }),
      ),
      /** Of the first of them; null where there is none. */
      hours: hoursNeeded.nullable(),
    }),
  ),
  'coaching:ask': call('core', askOrder, sessionPage),
  /** Plans a session or a series. Refused where something blocks, or warns and was not accepted. */
  'coaching:plan': call(
    'core',
    planOrder,
    z.strictObject({ page: sessionPage, planned: z.int(), leftOut: z.array(occurrence) }),
    PLANNERS,
  ),
  /** Moves, resizes or edits; another time or expert needs to be confirmed again. Of a series, the others move by as many local days and minutes. */
  'coaching:change': call('core', changeOrder, sessionPage, PLANNERS),
  'coaching:confirm': call('core', z.strictObject({ ...of, note: text.nullable() }), sessionPage, PLANNERS),
  'coaching:call-off': call(
    'core',
    z.strictObject({ ...of, scope: changeOrder.shape.scope, by: z.enum(CALLED_OFF_BY), reason: text }),
    sessionPage,
    PLANNERS,
  ),
  'coaching:no-show': call('core', z.strictObject({ ...of, note: text.nullable() }), sessionPage, PLANNERS),
  /** It was held: posts its work as `expertise:log-work` does, with what is written here, and links the two. */
  'coaching:finish': call(
    'core',
    z.strictObject({ ...of, work: workInput.omit({ customerId: true, expert: true }) }),
    sessionPage,
    PLANNERS,
  ),
  /** Keeps a version of its report in a language; what is being written is a draft of the desk (`draft:save`). */
  'coaching:save-report': call(
    'core',
    z.strictObject({ ...of, language, sections: reportSections }),
    sessionPage,
    PLANNERS,
  ),
  'coaching:get-invitation': call(
    'core',
    z.strictObject({ id: sessionId, language }),
    z.strictObject({ to: z.array(z.string()), subject: z.string(), body: z.string() }),
  ),
  'coaching:get-path': call('core', z.strictObject({ customerId: ticketId }), coachingPath),
  /** Those who were saved, and those who are known by their work or their sessions. */
  'expert:list': call('core', nothing, z.array(expertRow)),
  /** Oneself, or anybody for a lead. */
  'expert:save': call(
    'core',
    z.strictObject({ name: expertName, week: workingWeek, isActive: z.boolean() }),
    z.array(expertRow),
    PLANNERS,
  ),
  'absence:list': call('core', z.strictObject({ ...span, expert: expertName.nullable() }), z.array(absenceRow)),
  /** A new one where `id` is null. Gives the booked sessions that now stand in it. */
  'absence:save': call(
    'core',
    z.strictObject({
      id: ticketId.nullable(),
      expert: expertName,
      fromMs: chosenInstantMs,
      untilMs: chosenInstantMs,
      reason: z.string().trim().min(1).max(400),
    }),
    z.strictObject({ absence: absenceRow, sessions: z.array(sessionRow) }),
    PLANNERS,
  ),
  'absence:remove': call('core', z.strictObject({ id: ticketId }), nothing, PLANNERS),
  /** Writes a calendar file to a chosen target (`file:choose-target`, kind `ics`), whole or not at all; `events` is how many it holds. */
  'calendar:export': call(
    'core',
    z.strictObject({
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('session'), id: sessionId }),
        z.strictObject({ kind: z.literal('expert'), expert: expertName, ...span }),
        z.strictObject({ kind: z.literal('cell'), ...span }),
      ]),
      selectionId: z.string().max(60),
    }),
    z.strictObject({ events: z.int() }),
  ),
  /** Asks for a calendar file; null where nobody chose one. */
  'calendar:choose-file': call('shell', nothing, fileSelection.nullable()),
  /** Takes the busy times of a calendar file as absences, those of the year to come. What was imported before and is no longer in it goes. */
  'calendar:import-busy': call(
    'core',
    z.strictObject({ expert: expertName, selectionId: z.string().max(60) }),
    z.strictObject({
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
      unchanged: z.int(),
      /** Booked sessions that now stand in an absence. */
      sessions: z.array(sessionRow),
    }),
    PLANNERS,
  ),
} as const;
