import type { IntlShape } from 'react-intl';
import type { AuditChange, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { durationText, UNKNOWN } from '../../../shared/i18n/clock-text.ts';
import type { InstantFormat } from '../../../shared/i18n/instant-format.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { personFactText } from '../settings/person-fact-text.ts';
import { eventWords } from '../ticket/event-words.ts';

/** A kind of event by name, for the choice of kinds. */
export const kindName = (intl: IntlShape, kind: string): string => {
  const id = [`audit.kind.name.${kind}`, `people.audit.${kind}`].find((one) => one in intl.messages);
  return id === undefined ? kind : intl.formatMessage({ id });
};

/** What was recorded, in a sentence. */
export const auditWords = (
  intl: IntlShape,
  { kind, payload, atMs, recordedAtMs, actor, seq, ticket, handover, request, person }: AuditRow,
): string => {
  if (handover !== null || request !== null) return kindName(intl, kind);
  if (person !== null) return intl.formatMessage({ id: `people.audit.${kind}` });
  if (ticket === null) return intl.formatMessage({ id: `audit.customer.${kind}` });
  if (kind !== 'voided') {
    return eventWords(intl, { id: String(seq), atMs, recordedAtMs, actor, kind, payload, voidedBy: null });
  }
  const { eventIds } = payload;
  return intl.formatMessage({ id: `audit.kind.${kind}` }, { count: Array.isArray(eventIds) ? eventIds.length : 0 });
};

/** Facts of people begin with it. */
const OF_PERSON = 'person.';

export const factName = (intl: IntlShape, fact: string): string => {
  if (fact.startsWith(OF_PERSON)) return intl.formatMessage({ id: `people.fact.${fact.slice(OF_PERSON.length)}` });
  const id = `fact.${fact}`;
  if (id in intl.messages) return intl.formatMessage({ id });
  const own = `audit.fact.${fact}`;
  return own in intl.messages ? intl.formatMessage({ id: own }) : fact;
};

/** Facts whose values are words of ours, by what their messages begin with. */
const WORDED: Readonly<Record<string, string>> = {
  state: 'state',
  level: 'level',
  escalatedTo: 'level',
  category: 'category',
  impact: 'grade.impact',
  urgency: 'grade.urgency',
  exception: 'steering.exception',
};

type PersonValue = Parameters<typeof personFactText>[2];

/** Working hours come as JSON. */
const readWeek = (fact: string, value: Exclude<AuditChange['before'], number>): PersonValue => {
  if (fact !== `${OF_PERSON}week` || typeof value !== 'string') return value;
  const week: PersonValue = JSON.parse(value);
  return week;
};

export const factValue = (
  intl: IntlShape,
  instants: InstantFormat,
  fact: string,
  value: AuditChange['before'],
): string => {
  if (fact.startsWith(OF_PERSON) && typeof value !== 'number') {
    return personFactText(intl, fact.slice(OF_PERSON.length), readWeek(fact, value));
  }
  if (value === null) return UNKNOWN;
  if (typeof value === 'boolean') return intl.formatMessage({ id: 'audit.yes' });
  if (typeof value === 'number') {
    const span = (seconds: number): string => durationText(seconds, (number) => intl.formatNumber(number));
    if (fact === 'spentMs') return span(Math.round(value / SECOND_MS));
    if (fact.endsWith('Ms')) return instants.full(value);
    if (fact === 'minutes' || fact.endsWith('Min')) return value < 0 ? `−${span(-value * 60)}` : span(value * 60);
    return intl.formatNumber(value);
  }
  if (typeof value !== 'string') return value.join(', ');
  if (fact === 'tier') return value.toUpperCase();
  const id = `${WORDED[fact] ?? ''}.${value}`;
  return fact in WORDED && id in intl.messages ? intl.formatMessage({ id }) : value;
};

/** What changed, in a line: `priority: P3 → P2 · level: Level 1 → Level 2`. */
export const changesLine = (intl: IntlShape, instants: InstantFormat, changes: readonly AuditChange[]): string =>
  changes
    .map(({ fact, before, after }) => {
      const name = factName(intl, fact);
      const to = factValue(intl, instants, fact, after);
      const values = { fact: name, before: factValue(intl, instants, fact, before), after: to };
      return intl.formatMessage({ id: before === null ? 'audit.set' : 'audit.changed' }, values);
    })
    .join(' · ');
