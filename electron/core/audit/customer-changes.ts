import type { Customer } from '../../../shared/customer/customer.ts';
import type { RecordedCustomerEvent } from '../../../shared/customer/customer-event.ts';
import type { AuditChange } from '../../../shared/ipc/audit-schemas.ts';

type Value = AuditChange['before'];

const isValue = (value: unknown): value is Exclude<Value, null | string[]> =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const valueOf = (value: unknown): Value => {
  if (Array.isArray(value)) return value.length === 0 || !value.every(isValue) ? null : value.map(String);
  return isValue(value) && value !== '' ? value : null;
};

/** Ids that mean nothing to a reader. */
const HIDDEN: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'recordedAtMs',
  'actor',
  'contactId',
  'workId',
  'changeId',
  'ticketId',
  'isListed',
  'sessionId',
  'seriesId',
  'salt',
  'names',
  'contactIds',
]);

const factsOf = (told: object): AuditChange[] =>
  Object.entries(told).flatMap(([fact, value]) => {
    const after = valueOf(value);
    return HIDDEN.has(fact) || after === null ? [] : [{ fact, before: null, after }];
  });

/** What an event of a customer says, fact by fact; `before` is the customer as earlier events left it, null where there was none. */
export const customerChanges = (before: Customer | null, event: RecordedCustomerEvent): AuditChange[] => {
  switch (event.kind) {
    case 'customerEdited': {
      const was: Readonly<Record<string, unknown>> = { ...before };
      return Object.entries(event.facts).map(([fact, after]) => ({
        ...{ fact: fact === 'name' ? 'customer' : fact, before: valueOf(was[fact]), after: valueOf(after) },
      }));
    }
    case 'tierChanged': {
      const { from, to, ...rest } = event;
      return [{ fact: 'tier', before: from, after: to }, ...factsOf(rest)];
    }
    case 'tierSet':
      return [{ fact: 'tier', before: event.from, after: event.to }];
    case 'sessionChanged':
      return factsOf({ ...event.facts, ...event.slot });
    case 'contactSaved':
      return factsOf(event.contact);
    default:
      return factsOf(event).map((change) => (change.fact === 'name' ? { ...change, fact: 'customer' } : change));
  }
};
