import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';

/** Something that a person wrote in an event. */
export type EventText = {
  /** The message key of what it is; null where the event itself says it. */
  readonly label: string | null;
  readonly text: string;
};

/** The fields of each kind that people wrote, in their order, with what each is called. */
const WRITTEN: Readonly<Record<string, readonly (readonly [field: string, label: string | null])[]>> = {
  opened: [
    ['description', null],
    ['priorityReason', 'page.text.priorityReason'],
  ],
  responded: [
    ['subject', 'page.text.subject'],
    ['text', null],
  ],
  paused: [['reason', null]],
  resumed: [['text', null]],
  awaited: [['reason', null]],
  resolved: [['text', null]],
  reopened: [['reason', null]],
  priorityChanged: [['reason', 'page.text.priorityReason']],
  escalated: [
    ['why', 'form.escalate.why'],
    ['tried', 'form.escalate.tried'],
    ['evidence', 'form.escalate.evidence'],
    ['nextStep', 'form.escalate.nextStep'],
  ],
  escalationReturned: [['reason', null]],
  expertiseEngaged: [['why', null]],
  timeSpent: [['note', null]],
  commented: [['text', null]],
};

/** The words of people in an event. Shown as text, never as markup. */
export const eventTexts = ({ kind, payload }: TimelineEvent): readonly EventText[] =>
  (WRITTEN[kind] ?? []).flatMap(([field, label]) => {
    const text = payload[field];
    return typeof text === 'string' && text !== '' ? { label, text } : [];
  });
