import { TICKET_FACTS } from '../../../shared/ticket/ticket.ts';
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
]);

const FACTS = new Set<string>(TICKET_FACTS);

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
    case 'priorityChanged':
      return intl.formatMessage({ id: 'event.priorityChanged' }, { priority: textOf(payload, 'priority') ?? '' });
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

/** The words of a person in an event: the comment, or the reason of a wait. Shown as text, never as markup. */
export const eventText = ({ kind, payload }: TimelineEvent): string | null =>
  kind === 'commented' ? textOf(payload, 'text') : kind === 'paused' ? textOf(payload, 'reason') : null;
