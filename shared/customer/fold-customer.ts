import type { Zone } from '../calendar/zone.ts';
import { foldSession } from '../coaching/fold-sessions.ts';
import { monthAt, monthStartMs } from '../expertise/month.ts';
import type { Customer, GivenLot, TierEntry, WorkEntry } from './customer.ts';
import type { Contact, RecordedCustomerEvent } from './customer-event.ts';

type Draft = {
  -readonly [Key in keyof Customer]: Customer[Key] extends readonly (infer One)[] ? One[] : Customer[Key];
};

const step = (customer: Draft, event: RecordedCustomerEvent, zone: Zone): void => {
  const { id, actor: recordedBy, recordedAtMs } = event;
  const by = { recordedBy, recordedAtMs };
  const addTier = (entry: Pick<TierEntry, 'atMs' | 'tier' | 'isAssumed' | 'change'>): void => {
    customer.tiers.push({ id, ...entry, ...by });
    customer.tiers.sort((a, b) => a.atMs - b.atMs);
  };
  const addLot = (lot: Omit<GivenLot, 'id' | 'recordedBy' | 'recordedAtMs'>): void => {
    customer.lots.push({ id: `${lot.kind}:${id}`, ...lot, ...by });
  };
  const changeWork = (workId: string, change: (work: WorkEntry) => WorkEntry): void => {
    customer.work = customer.work.map((work) => (work.id === workId ? change(work) : work));
  };
  switch (event.kind) {
    case 'customerAdded': {
      const { name, tier, sinceMs } = event;
      customer.name = name;
      const atMs = sinceMs ?? monthStartMs(zone, monthAt(zone, recordedAtMs));
      addTier({ atMs, tier, isAssumed: sinceMs === null, change: null });
      return;
    }
    case 'tierSet':
      addTier({ atMs: recordedAtMs, tier: event.to, isAssumed: false, change: null });
      return;
    case 'tierChanged': {
      const { to, effectiveAtMs, invoicedFromMs, askedBy, askedAtMs, channel, note } = event;
      const change = { invoicedFromMs, askedBy, askedAtMs, channel, note };
      addTier({ atMs: effectiveAtMs, tier: to, isAssumed: false, change });
      return;
    }
    case 'tierChangeCancelled':
      customer.tiers = customer.tiers.filter((entry) => entry.id !== event.changeId);
      return;
    case 'tierDated':
      customer.tiers = customer.tiers.map((entry, i) =>
        i === 0 ? { ...entry, atMs: event.sinceMs, isAssumed: false } : entry,
      );
      return;
    case 'tierImported': {
      const { tier, atMs } = event;
      customer.tiers = customer.tiers.filter((entry) => !entry.isAssumed || entry.atMs < atMs);
      addTier({ atMs, tier, isAssumed: false, change: null });
      return;
    }
    case 'customerEdited':
      Object.assign(customer, event.facts);
      return;
    case 'contactSaved':
      customer.contacts = withContact(customer.contacts, event.contact);
      return;
    case 'contactRemoved':
      customer.contacts = customer.contacts.filter(({ contactId }) => contactId !== event.contactId);
      return;
    case 'mergedInto':
      customer.mergedIntoId = event.intoId;
      return;
    case 'tookIn':
      return;
    case 'packBought': {
      const { minutes, fromMs, untilMs, order, note } = event;
      addLot({ kind: 'pack', minutes, fromMs, untilMs, order, note });
      return;
    }
    case 'goodwillGranted': {
      const { minutes, fromMs, untilMs, reason } = event;
      addLot({ kind: 'goodwill', minutes, fromMs, untilMs, order: null, note: reason });
      return;
    }
    case 'lotAdjusted': {
      const { lotId, minutes, reason } = event;
      customer.adjustments.push({ lotId, minutes, reason, by: recordedBy, atMs: recordedAtMs });
      return;
    }
    case 'workLogged': {
      const { kind: _kind, actor: _actor, ...work } = event;
      customer.work.push({ ...work, recordedBy, reversed: null, decision: null });
      return;
    }
    case 'workReversed':
      changeWork(event.workId, (work) => ({
        ...work,
        reversed: { by: recordedBy, atMs: recordedAtMs, reason: event.reason },
      }));
      return;
    case 'overageDecided': {
      const { workId, isApproved, minutes, reason } = event;
      changeWork(workId, (work) => ({
        ...work,
        decision: { by: recordedBy, atMs: recordedAtMs, isApproved, minutes, reason },
      }));
      return;
    }
    case 'erased': {
      const gone = new Set(event.contactIds);
      customer.contacts = customer.contacts.filter(({ contactId }) => event.scope === 'person' && !gone.has(contactId));
      customer.erasures.push({ id, scope: event.scope, by: recordedBy, atMs: recordedAtMs, reason: event.reason });
      return;
    }
    case 'sessionAsked':
    case 'sessionPlanned':
    case 'sessionChanged':
    case 'sessionConfirmed':
    case 'sessionCancelled':
    case 'sessionNoShow':
    case 'sessionDone':
    case 'reportSaved':
      customer.sessions = foldSession(customer.sessions, event);
  }
};

const withContact = (contacts: readonly Contact[], saved: Contact): Contact[] =>
  contacts.some(({ contactId }) => contactId === saved.contactId)
    ? contacts.map((one) => (one.contactId === saved.contactId ? saved : one))
    : [...contacts, saved];

/** A customer from its events, in the order of recording; `zone` is that of the ledger's months. */
export const foldCustomer = (events: readonly RecordedCustomerEvent[], zone: Zone): Customer => {
  const customer: Draft = {
    ...{ name: '', language: null, platforms: [], site: null, note: null, mergedIntoId: null },
    ...{
      contacts: [],
      tiers: [],
      lots: [],
      adjustments: [],
      work: [],
      sessions: [],
      erasures: [],
      version: events.length,
    },
  };
  for (const event of events) step(customer, event, zone);
  return customer;
};
