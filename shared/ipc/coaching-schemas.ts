import { z } from 'zod';
import { CALLED_OFF_BY, sessionReportSections, SIZED } from '../coaching/session-event.ts';
import { MOST_IN_SERIES } from '../coaching/series.ts';
import { SESSION_STATES } from '../coaching/session.ts';
import { ASSIGNMENTS } from '../expertise/assignment.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import { ENTITLEMENT_REASONS, expertEntitlement } from './customer-schemas.ts';
import { instantMs } from './schemas.ts';

export const sessionId = z.uuid();
const id = z.int().positive();
const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(20_000);
const minutes = z.int();
const language = z.enum(['en', 'fr']);
const assignment = z.enum(ASSIGNMENTS);
export const expertName = z.string().trim().min(1).max(100);

const attendee = z.strictObject({ name: line, email: z.email().max(400).nullable() });
const checklistItem = z.strictObject({ text: line, isDone: z.boolean() });

/** What may be written of a session. Null objectives and checklist: those of the template of its kind, in its language. */
export const sessionWords = z.strictObject({
  assignment,
  language,
  attendees: z.array(attendee).max(50),
  place: line.nullable(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  ticketId: id.nullable(),
  objectives: z.array(line).max(30).nullable(),
  checklist: z.array(checklistItem).max(50).nullable(),
  note: text.nullable(),
});

const slot = z.strictObject({ expert: expertName, startMs: chosenInstantMs, endMs: chosenInstantMs });

/** Every week or every so many, on the weekday and at the local wall time of the first; `count` or `untilMs`, whichever ends it first. */
export const recurrence = z
  .strictObject({
    everyWeeks: z.int().min(1).max(8),
    count: z.int().min(2).max(MOST_IN_SERIES).nullable(),
    untilMs: chosenInstantMs.nullable(),
  })
  .refine(({ count, untilMs }) => count !== null || untilMs !== null, 'a series ends');

export const SERIES_SCOPES = ['this', 'following', 'all'] as const;
/** Of a series: this session alone, it and those after it, or all that are still to be held. */
export type SeriesScope = (typeof SERIES_SCOPES)[number];
export const seriesScope = z.enum(SERIES_SCOPES);

const span = { startMs: instantMs, endMs: instantMs };
const blocks = { severity: z.literal('blocks') };
const warns = { severity: z.literal('warns') };

/** `Conflict` of coaching/conflicts.ts. */
export const conflict = z.discriminatedUnion('kind', [
  z.strictObject({ ...blocks, kind: z.literal('doubleBooking'), sessionId: z.string(), customer: z.string(), ...span }),
  z.strictObject({ ...blocks, kind: z.literal('absence'), reason: z.string(), ...span }),
  z.strictObject({ ...blocks, kind: z.literal('portalDown'), platform: z.enum(PLATFORMS), ...span }),
  z.strictObject({ ...warns, kind: z.literal('outsideHours') }),
  z.strictObject({ ...warns, kind: z.literal('publicHoliday'), date: z.string() }),
  z.strictObject({ ...warns, kind: z.literal('customerBusy'), sessionId: z.string(), expert: z.string(), ...span }),
  z.strictObject({ ...warns, kind: z.literal('maintenance'), platform: z.enum(PLATFORMS), ...span }),
  z.strictObject({ ...warns, kind: z.literal('platformUnknown'), ...span }),
  z.strictObject({
    ...warns,
    kind: z.literal('notEntitled'),
    reason: z.enum(ENTITLEMENT_REASONS),
    endsAtMs: instantMs.nullable(),
    packMin: minutes,
  }),
  z.strictObject({
    ...warns,
    kind: z.literal('hoursShort'),
    neededMin: minutes,
    leftMin: minutes,
    plannedMin: minutes,
    packMin: minutes,
  }),
]);
export type ConflictRow = z.infer<typeof conflict>;

/** `HoursNeeded` of coaching/hours-needed.ts. */
export const hoursNeeded = z.strictObject({
  neededMin: minutes,
  leftMin: minutes,
  plannedMin: minutes,
  shortMin: minutes,
  entitlement: expertEntitlement,
});

/** A session as the calendar draws it. */
export const sessionRow = z.strictObject({
  id: z.string(),
  customerId: z.int(),
  customer: z.string(),
  /** Null: asked for, of any expert. */
  expert: z.string().nullable(),
  state: z.enum(SESSION_STATES),
  startMs: instantMs.nullable(),
  endMs: instantMs.nullable(),
  assignment,
  seriesId: z.string().nullable(),
  version: z.int(),
});
export type SessionRow = z.infer<typeof sessionRow>;

export const reportSections = z.strictObject({
  objectives: z.string().max(20_000),
  done: z.string().max(50_000),
  recommendations: z.string().max(50_000),
  sizing: z
    .array(
      z.strictObject({
        what: z.enum(SIZED),
        name: z.string().max(400),
        present: z.string().max(400),
        recommended: z.string().max(400),
        why: z.string().max(2_000),
      }),
    )
    .max(200),
  nextSteps: z.string().max(20_000),
});

export const sessionPage = z.strictObject({
  row: sessionRow,
  language,
  attendees: z.array(z.strictObject({ name: z.string(), email: z.string().nullable() })),
  place: z.string().nullable(),
  link: z.string().nullable(),
  ticket: z.strictObject({ id: z.int(), reference: z.string() }).nullable(),
  objectives: z.array(z.string()),
  checklist: z.array(z.strictObject({ text: z.string(), isDone: z.boolean() })),
  note: z.string().nullable(),
  /** What was asked for; null where it was planned at once. */
  wish: z
    .strictObject({
      durationMin: minutes,
      fromMs: instantMs.nullable(),
      untilMs: instantMs.nullable(),
      by: z.string(),
      atMs: instantMs,
    })
    .nullable(),
  /** What whoever planned it was warned of then, as kinds of conflicts. */
  warnings: z.array(z.string()),
  /** What stands against it now; empty once it is over or called off. */
  conflicts: z.array(conflict),
  cancelled: z
    .strictObject({
      by: z.enum(CALLED_OFF_BY),
      reason: z.string(),
      recordedBy: z.string(),
      atMs: instantMs,
      noticeMs: z.int().nullable(),
    })
    .nullable(),
  noShowNote: z.string().nullable(),
  workId: z.string().nullable(),
  reports: z.array(
    z.strictObject({ language, sections: sessionReportSections, savedBy: z.string(), savedAtMs: instantMs }),
  ),
  /** What a report in each language begins with, and whether it has a table of sizing. */
  reportTemplates: z.strictObject({ en: sessionReportSections, fr: sessionReportSections }),
  hasSizing: z.boolean(),
  recordedBy: z.string(),
  recordedAtMs: instantMs,
  /** The others of its series, in order of time. */
  series: z.array(sessionRow),
});
export type SessionPage = z.infer<typeof sessionPage>;

/** A session to plan; `askedId` is the asked one that it answers. */
export const planOrder = z.strictObject({
  customerId: id,
  askedId: sessionId.nullable(),
  ...sessionWords.shape,
  ...slot.shape,
  recurrence: recurrence.nullable(),
  /** Of a series: leaves out what is blocked instead of refusing all. */
  skipsBlocked: z.boolean(),
  /** Whoever plans it has seen what it warns of. */
  acceptsWarnings: z.boolean(),
});

/** What stands against something that is not saved. `replaces`: the session that is moved, with those of its series in the scope. */
export const proposal = z.strictObject({
  customerId: id,
  assignment,
  ticketId: id.nullable(),
  ...slot.shape,
  recurrence: recurrence.nullable(),
  replaces: z.strictObject({ id: sessionId, scope: seriesScope }).nullable(),
});

export const occurrence = z.strictObject({ ...span, isBlocked: z.boolean(), conflicts: z.array(conflict) });

export const proposalPreview = z.strictObject({
  /** One, or each of a series, in order of time. */
  occurrences: z.array(occurrence),
  isBlocked: z.boolean(),
  /** Of the first of them. */
  hours: hoursNeeded,
});
export type ProposalPreview = z.infer<typeof proposalPreview>;

export const changeOrder = z.strictObject({
  id: sessionId,
  expectedVersion: z.int().nullable(),
  scope: seriesScope,
  /** What is absent stays. */
  change: z.strictObject({
    ...sessionWords.partial().shape,
    objectives: z.array(line).max(30).optional(),
    checklist: z.array(checklistItem).max(50).optional(),
    expert: expertName.optional(),
    startMs: chosenInstantMs.optional(),
    endMs: chosenInstantMs.optional(),
  }),
  acceptsWarnings: z.boolean(),
});

export const askOrder = z.strictObject({
  customerId: id,
  assignment,
  language,
  /** Null: any expert. */
  expert: expertName.nullable(),
  durationMin: z.int().min(5).max(720),
  fromMs: chosenInstantMs.nullable(),
  untilMs: chosenInstantMs.nullable(),
  attendees: z.array(attendee).max(50),
  ticketId: id.nullable(),
  note: text.nullable(),
});

export const workingWeek = z.partialRecord(
  z.enum(['1', '2', '3', '4', '5', '6', '7']),
  z
    .array(z.tuple([z.int().min(0).max(1_440), z.int().min(0).max(1_440)]))
    .max(6)
    .refine((all) => all.every(([open, close], i) => close > open && open >= (all[i - 1]?.[1] ?? 0)), {
      message: 'working hours end after they begin, and do not overlap',
    }),
);

export const expertRow = z.strictObject({
  name: z.string(),
  /** By ISO weekday, minutes of the local day in Europe/Paris. */
  week: workingWeek,
  /** False: nothing new is planned with them. */
  isActive: z.boolean(),
  /** False where nobody saved them: they are known by their work, with the usual week. */
  isSaved: z.boolean(),
});
export type ExpertRow = z.infer<typeof expertRow>;

export const absenceRow = z.strictObject({
  id: z.int(),
  expert: z.string(),
  fromMs: instantMs,
  untilMs: instantMs,
  reason: z.string(),
  source: z.enum(['manual', 'ics']),
});
export type AbsenceRow = z.infer<typeof absenceRow>;

/** A customer's way: what was held, what is to come, what it learned and what it took. */
export const coachingPath = z.strictObject({
  customerId: z.int(),
  customer: z.string(),
  /** In order of time; those that wait for a time come last. */
  sessions: z.array(
    sessionRow.extend({ language, reports: z.array(language), workedMin: minutes, chargedMin: minutes }),
  ),
  /** Each kind with what was held of it. */
  covered: z.array(
    z.strictObject({ assignment, held: z.int(), planned: z.int(), workedMin: minutes, chargedMin: minutes }),
  ),
  workedMin: minutes,
  chargedMin: minutes,
});
export type CoachingPath = z.infer<typeof coachingPath>;
