import { TICKET_FACTS } from '../../../shared/ticket/ticket.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import type { IntlShape } from 'react-intl';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';

type Payload = TimelineEvent['payload'];

const textOf = (payload: Payload, field: string): string | null => {
  const value = payload[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

const objectOf = (payload: Payload, field: string): Payload => {
  const value = payload[field];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
};

const KNOWN = new Set([
  'opened',
  'openingCorrected',
  'responded',
  'paused',
  'resumed',
  'awaited',
  'activated',
  'resolved',
  'reopened',
  'closed',
  'priorityChanged',
  'tierChanged',
  'assigned',
  'edited',
  'commented',
  'tagged',
  'escalated',
  'escalationAccepted',
  'escalationReturned',
  'acknowledged',
  'expertiseEngaged',
  'linked',
  'unlinked',
  'merged',
  'unmerged',
  'tookIn',
  'gaveBack',
  'timeSpent',
  'erased',
]);

/** What the desk adds to the facts that exports tell. */
const DESK_FACTS = ['owner', 'contact', 'platform'];
const FACTS = new Set<string>([...TICKET_FACTS, ...DESK_FACTS]);

const factNames = (intl: IntlShape, facts: Payload): string =>
  intl.formatList(
    Object.keys(facts)
      .filter((fact) => FACTS.has(fact))
      .map((fact) => intl.formatMessage({ id: `fact.${fact}` })),
  );

const assignmentWords = (intl: IntlShape, payload: Payload): string => {
  const level = textOf(payload, 'level');
  const assignee = textOf(payload, 'assignee');
  const group = textOf(payload, 'group');
  const to = [assignee, group].filter((name) => name !== null).join(', ');
  const values = { to, level: level === null ? '' : intl.formatMessage({ id: `level.${level}` }) };
  return intl.formatMessage({ id: to === '' ? 'event.unassigned' : 'event.assigned' }, values);
};

const openingWords = (intl: IntlShape, payload: Payload): string => {
  const priority = textOf(payload, 'priority');
  return priority === null
    ? intl.formatMessage({ id: 'event.openedUnknown' })
    : intl.formatMessage({ id: 'event.opened' }, { priority });
};

const namesOf = (payload: Payload, field: string): readonly string[] => {
  const names = payload[field];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
};

const tagWords = (intl: IntlShape, payload: Payload): string => {
  const added = namesOf(payload, 'added');
  const removed = namesOf(payload, 'removed');
  const told = [
    ...(added.length === 0 ? [] : [intl.formatMessage({ id: 'event.tagged.added' }, { tags: added.join(', ') })]),
    ...(removed.length === 0 ? [] : [intl.formatMessage({ id: 'event.tagged.removed' }, { tags: removed.join(', ') })]),
  ];
  return told.join(' · ');
};

const levelIn = (intl: IntlShape, payload: Payload, field: string): string =>
  intl.formatMessage({ id: `level.${textOf(payload, field) ?? 'L1'}` });

const priorityWords = (intl: IntlShape, payload: Payload): string => {
  const priority = textOf(payload, 'priority') ?? '';
  const impact = textOf(payload, 'impact');
  const urgency = textOf(payload, 'urgency');
  if (impact === null || urgency === null) return intl.formatMessage({ id: 'event.priorityChanged' }, { priority });
  const values = {
    priority,
    impact: intl.formatMessage({ id: `grade.impact.${impact}` }),
    urgency: intl.formatMessage({ id: `grade.urgency.${urgency}` }),
  };
  return intl.formatMessage({ id: 'event.priorityGraded' }, values);
};

const spentWords = (intl: IntlShape, payload: Payload): string => {
  const spentMs = payload['spentMs'];
  const seconds = typeof spentMs === 'number' ? Math.round(spentMs / SECOND_MS) : 0;
  const spent = durationText(seconds, (value) => intl.formatNumber(value));
  return intl.formatMessage({ id: 'event.timeSpent' }, { spent });
};

/** What happened, in a sentence. An event of a kind that this version does not know keeps its own name. */
export const eventWords = (intl: IntlShape, { kind, payload }: TimelineEvent): string => {
  if (!KNOWN.has(kind)) return intl.formatMessage({ id: 'event.other' }, { kind });
  switch (kind) {
    case 'opened':
      return openingWords(intl, payload);
    case 'openingCorrected': {
      const named = factNames(intl, objectOf(payload, 'facts'));
      const own = ['priority', 'tier']
        .filter((fact) => fact in payload)
        .map((fact) => intl.formatMessage({ id: `fact.${fact}` }));
      const facts = intl.formatList([...own, ...(named === '' ? [] : [named])]);
      return intl.formatMessage({ id: 'event.openingCorrected' }, { facts });
    }
    case 'awaited':
      return intl.formatMessage({ id: `event.awaited.${textOf(payload, 'waitedFor') ?? 'vendor'}` });
    case 'responded': {
      const by = textOf(payload, 'by');
      return intl.formatMessage({ id: by === null ? 'event.responded' : `event.responded.${by}` });
    }
    case 'tagged':
      return tagWords(intl, payload);
    case 'escalated':
      return intl.formatMessage({ id: 'event.escalated' }, { level: levelIn(intl, payload, 'to') });
    case 'escalationAccepted': {
      const values = { level: levelIn(intl, payload, 'level'), assignee: textOf(payload, 'assignee') ?? '' };
      return intl.formatMessage({ id: 'event.escalationAccepted' }, values);
    }
    case 'acknowledged': {
      const step = intl.formatMessage({ id: `steering.step.${textOf(payload, 'step') ?? 'creation'}` });
      return intl.formatMessage({ id: 'event.acknowledged' }, { step });
    }
    case 'linked':
    case 'unlinked':
    case 'merged':
    case 'unmerged':
    case 'tookIn':
    case 'gaveBack':
      return intl.formatMessage({ id: `event.${kind}` }, { reference: textOf(payload, 'reference') ?? '' });
    case 'timeSpent':
      return spentWords(intl, payload);
    case 'priorityChanged':
      return priorityWords(intl, payload);
    case 'tierChanged':
      return intl.formatMessage({ id: 'event.tierChanged' }, { tier: (textOf(payload, 'tier') ?? '').toUpperCase() });
    case 'assigned':
      return assignmentWords(intl, payload);
    case 'edited':
      return intl.formatMessage({ id: 'event.edited' }, { facts: factNames(intl, objectOf(payload, 'facts')) });
    case 'commented': {
      const author = textOf(payload, 'author');
      const isPublic = payload['isPublic'] === true;
      const id = isPublic ? 'event.commented' : 'event.noted';
      return intl.formatMessage({ id: author === null ? id : `${id}By` }, { author: author ?? '' });
    }
    default:
      return intl.formatMessage({ id: `event.${kind}` });
  }
};
