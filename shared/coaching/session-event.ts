import { z } from 'zod';
import { ASSIGNMENTS } from '../expertise/assignment.ts';

const atMs = z.int();
const text = z.string();
const nullableText = text.nullable();
const sessionId = z.uuid();
const language = z.enum(['en', 'fr']);

export const CALLED_OFF_BY = ['customer', 'expert', 'desk'] as const;
/** Who called a session off. */
export type CalledOffBy = (typeof CALLED_OFF_BY)[number];

const attendee = z.object({ name: text, email: nullableText });
const checklistItem = z.object({ text, isDone: z.boolean() });

/** What is known of a session beside its time, its expert and its state. */
const facts = z.object({
  assignment: z.enum(ASSIGNMENTS),
  language,
  attendees: z.array(attendee),
  place: nullableText,
  /** Where it is held online. */
  link: nullableText,
  ticketId: z.int().nullable(),
  objectives: z.array(text),
  checklist: z.array(checklistItem),
  note: nullableText,
});

const slot = z.object({ expert: text, startMs: atMs, endMs: atMs });

/** What a sizing recommendation is about. */
export const SIZED = ['vm', 'network', 'storage'] as const;

/** The body of a report. Texts are plain, with line breaks. */
const reportSections = z.object({
  objectives: text,
  done: text,
  recommendations: text,
  /** Sizing of VMs and networks, where it applies. */
  sizing: z.array(z.object({ what: z.enum(SIZED), name: text, present: text, recommended: text, why: text })),
  nextSteps: text,
});

/**
 * What happened with coaching sessions: events of their customer. A session's id is that of the event which began it: `sessionAsked`, or
 * `sessionPlanned` with no `sessionId`.
 */
export const sessionEvents = [
  /** A wish, which waits until somebody plans it. */
  z.object({
    kind: z.literal('sessionAsked'),
    ...facts.shape,
    /** Null: any expert. */
    expert: nullableText,
    durationMin: z.int(),
    /** When it is wished for; null: open on that side. */
    fromMs: atMs.nullable(),
    untilMs: atMs.nullable(),
  }),
  z.object({
    kind: z.literal('sessionPlanned'),
    /** The asked session that is planned; null for a new one. */
    sessionId: sessionId.nullable(),
    ...facts.shape,
    ...slot.shape,
    seriesId: sessionId.nullable(),
    /** What whoever planned it was warned of. */
    warnings: z.array(text),
  }),
  /** What is absent stays. Another time or expert needs to be confirmed again. */
  z.object({
    kind: z.literal('sessionChanged'),
    sessionId,
    facts: facts.partial(),
    slot: slot.nullable(),
    warnings: z.array(text),
  }),
  z.object({ kind: z.literal('sessionConfirmed'), sessionId, note: nullableText }),
  z.object({ kind: z.literal('sessionCancelled'), sessionId, by: z.enum(CALLED_OFF_BY), reason: text }),
  z.object({ kind: z.literal('sessionNoShow'), sessionId, note: nullableText }),
  /** It was held; `workId` is the entry of the ledger that it posted. */
  z.object({ kind: z.literal('sessionDone'), sessionId, workId: z.uuid() }),
  /** A version of its report in a language; the last one counts. */
  z.object({ kind: z.literal('reportSaved'), sessionId, language, sections: reportSections }),
] as const;

export type SessionEvent = z.infer<(typeof sessionEvents)[number]>;
export type SessionFacts = z.infer<typeof facts>;
export type SessionSlot = z.infer<typeof slot>;
export type ChecklistItem = z.infer<typeof checklistItem>;
export type ReportSections = z.infer<typeof reportSections>;

export const sessionReportSections = reportSections;

/** An event as the log holds it. */
export type RecordedSessionEvent = SessionEvent & {
  readonly id: string;
  readonly recordedAtMs: number;
  readonly actor: string;
};
