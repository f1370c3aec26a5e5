import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import { createFinder, type Finder } from '../../../shared/privacy/find-marks.ts';
import { redactTicketEvent } from '../../../shared/privacy/redact.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Connection } from '../db/database.ts';
import { hashOf } from './hash-of.ts';

type Erasing = Extract<CustomerEvent, { kind: 'erased' }>;
type Erased = { readonly customerId: number; readonly pseudonym: string | null; readonly finder: Finder };

/** What files tell of those who were erased: it is redacted as what they told before was, so that importing it again brings nothing back. */
export const createToldRedaction = (connection: Connection, isPresent: (customer: string) => boolean) => {
  const all = connection.prepare<[], { seq: number; customerId: number; payload: string }>(
    `SELECT seq, subject_id AS customerId, payload FROM event WHERE subject = 'customer' AND kind = 'erased' ORDER BY seq`,
  );
  const last = connection
    .prepare<[], number>(`SELECT coalesce(max(seq), 0) FROM event WHERE subject = 'customer' AND kind = 'erased'`)
    .pluck();
  let lastSeq = 0;
  let erasures: readonly Erased[] = [];

  const load = (): readonly Erased[] => {
    const seq = last.get() ?? 0;
    if (seq === lastSeq) return erasures;
    lastSeq = seq;
    const bySalt = new Map<string, Erased>();
    for (const { customerId, payload } of all.all()) {
      // One erasure is told with each customer that it touches.
      const { salt, names, people, pseudonym } = JSON.parse(payload) as Omit<Erasing, 'kind'>;
      if (!bySalt.has(salt)) {
        bySalt.set(salt, { customerId, pseudonym, finder: createFinder({ salt, names, people }, hashOf) });
      }
    }
    erasures = [...bySalt.values()];
    return erasures;
  };

  const namesOf = (event: TicketEvent): readonly (string | null | undefined)[] => {
    if (event.kind === 'opened') return [event.customer, event.requester, event.contact];
    if (event.kind !== 'edited' && event.kind !== 'openingCorrected') return [];
    const { customer, requester } = event.facts ?? {};
    return [customer, requester, event.kind === 'edited' ? event.facts.contact : null];
  };

  return {
    /** Whether anybody was erased. */
    isNeeded: (): boolean => load().length > 0,
    /** What a customer that was erased is called since; undefined where it was not, or bears the name again. */
    pseudonymOf: (name: string): string | undefined => {
      if (load().length === 0 || isPresent(name)) return undefined;
      return load().find(({ finder, pseudonym }) => pseudonym !== null && finder.isName(name))?.pseudonym ?? undefined;
    },
    /** Whether a text is a person's who was erased, by name, address or number. */
    isErasedPerson: (text: string): boolean => load().some(({ finder }) => finder.withoutPeople(text) !== text),
    /** The events that a file tells of a ticket; `known` is what is recorded of it. */
    apply: (told: readonly TicketEvent[], known: readonly TicketEvent[]): readonly TicketEvent[] => {
      if (load().length === 0) return told;
      const isWhole = known.some((event) => event.kind === 'erased' && event.isWhole);
      let events = told;
      for (const { finder, pseudonym } of load()) {
        const isTheirs = events.some((event) =>
          namesOf(event).some((name) => {
            if (name === null || name === undefined) return false;
            if (pseudonym !== null) return name === pseudonym || (!isPresent(name) && finder.isName(name));
            return finder.withoutPeople(name) !== name;
          }),
        );
        const how = { finder, pseudonym, isWhole: isWhole || isTheirs };
        events = events.map((event) => redactTicketEvent(event, how));
      }
      return events;
    },
  };
};
