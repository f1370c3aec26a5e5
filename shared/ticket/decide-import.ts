import type { ImportedTicket } from '../import/imported-ticket.ts';
import { foldTicket } from './apply.ts';
import type { Decision } from './decision.ts';
import { correctedOpening, inTicketOrder, type Opened, type TicketEvent } from './ticket-event.ts';
import { isFinished, TICKET_FACTS, type Ticket, type TicketFacts } from './ticket.ts';

/** Whether the tier of a customer's tickets is told by this very import, and is not only what Vigie knows of it at present. */
type IsTierTold = (customer: string) => boolean;

const accepted = (events: readonly TicketEvent[]): Decision => ({ kind: 'accepted', events });

/** A text that two events share exactly when they say the same. Keys in a fixed order, absent and undefined alike. */
const fingerprint = (event: TicketEvent): string =>
  JSON.stringify(event, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const changedFacts = (from: TicketFacts, to: TicketFacts): Partial<TicketFacts> =>
  Object.fromEntries(TICKET_FACTS.filter((fact) => from[fact] !== to[fact]).map((fact) => [fact, to[fact]]));

const correction = (known: Opened, told: Opened, isTierTold: IsTierTold): TicketEvent[] => {
  const facts = changedFacts(known, told);
  const { priority } = told;
  const tier = told.customer !== known.customer || isTierTold(told.customer) ? told.tier : known.tier;
  const isSame = priority === known.priority && tier === known.tier && Object.keys(facts).length === 0;
  if (isSame) return [];
  return [
    {
      atMs: told.atMs,
      kind: 'openingCorrected',
      ...(priority === known.priority ? {} : { priority }),
      ...(tier === known.tier ? {} : { tier }),
      ...(Object.keys(facts).length === 0 ? {} : { facts }),
    },
  ];
};

/**
 * The tiers of a history that are not known so. Where the ticket is said to move to a customer, it takes that customer's; otherwise only those
 * of customers whose tier is told.
 */
const addTiers = (
  all: readonly TicketEvent[],
  told: readonly TicketEvent[],
  added: readonly TicketEvent[],
  isTierTold: IsTierTold,
): TicketEvent[] => {
  const isMove = (event: TicketEvent): boolean => event.kind === 'edited' && event.facts.customer !== undefined;
  const movedAt = new Set(added.filter(isMove).map(({ atMs }) => atMs));
  const instants = [...told.filter(({ kind }) => kind === 'tierChanged').map(({ atMs }) => atMs), ...movedAt];
  const tiers: TicketEvent[] = [];
  for (const atMs of [...new Set(instants)].sort((a, b) => a - b)) {
    const until = (events: readonly TicketEvent[]): Ticket | null =>
      foldTicket(inTicketOrder(events).filter((event) => event.atMs <= atMs || event.kind === 'openingCorrected'));
    const [is, was] = [until(told), until([...all, ...tiers])];
    if (is === null || was === null || is.tier === was.tier) continue;
    if (movedAt.has(atMs) || isTierTold(is.customer)) tiers.push({ atMs, kind: 'tierChanged', tier: is.tier });
  }
  return tiers;
};

/** A full history: what of it is not known yet. The same thing said twice at one instant counts twice. */
const addHistory = (
  known: readonly TicketEvent[],
  told: readonly TicketEvent[],
  corrections: readonly TicketEvent[],
  isTierTold: IsTierTold,
): TicketEvent[] => {
  const counts = new Map<string, number>();
  for (const event of known) {
    const print = fingerprint(event);
    counts.set(print, (counts.get(print) ?? 0) + 1);
  }
  const added = told.filter((event) => {
    if (event.kind === 'opened' || event.kind === 'tierChanged') return false;
    const print = fingerprint(event);
    const count = counts.get(print) ?? 0;
    counts.set(print, count - 1);
    return count <= 0;
  });
  return [...added, ...addTiers([...known, ...corrections, ...added], told, added, isTierTold)];
};

/** What a snapshot tells of a ticket whatever its state. */
const isRemark = ({ kind }: TicketEvent): boolean => kind === 'commented' || kind === 'responded';

/** What moves a ticket from state to state. Those that a snapshot tells before one that is known have had their turn. */
const isOfLife = (event: TicketEvent): boolean =>
  !isRemark(event) && !['opened', 'assigned', 'edited', 'tierChanged'].includes(event.kind);

/** The events that bring a known ticket to how a snapshot says it stands. */
const addSnapshot = (
  known: readonly TicketEvent[],
  imported: ImportedTicket,
  isTierTold: IsTierTold,
): TicketEvent[] => {
  const told = foldTicket(imported.events);
  let ticket = foldTicket(known);
  if (told === null || ticket === null) return [];
  const prints = new Set(known.map(fingerprint));
  const added: TicketEvent[] = [];
  const add = (event: TicketEvent): void => {
    if (ticket === null || prints.has(fingerprint(event))) return;
    const next = foldTicket([...known, ...added, event]);
    const isHeard = event.kind === 'commented' || (event.kind === 'responded' && ticket.respondedAtMs === null);
    if (next === null || (!isHeard && next.state === ticket.state)) return;
    added.push(event);
    prints.add(fingerprint(event));
    ticket = next;
  };
  const { asOfMs, events } = imported;
  /** Where nothing tells when it was reopened: by the next that is told of its life at the latest. */
  const reopen = (): void => {
    if (ticket === null || !isFinished(ticket.state) || isFinished(told.state)) return;
    const { resolvedAtMs } = ticket;
    const next = events.find((event) => isOfLife(event) && event.atMs > (resolvedAtMs ?? 0));
    add({ atMs: next?.atMs ?? asOfMs, kind: 'reopened' });
  };
  if (!events.some(({ kind }) => kind === 'reopened')) reopen();
  if (ticket.state === 'waitingCustomer' && told.state !== 'waitingCustomer' && !isFinished(told.state)) {
    add({ atMs: asOfMs, kind: 'resumed' });
  }
  const lastKnown = events.findLastIndex((event) => isOfLife(event) && prints.has(fingerprint(event)));
  events.forEach((event, i) => {
    if (isRemark(event) || (isOfLife(event) && i > lastKnown)) add(event);
  });
  reopen();
  /** An older export says again what has changed since: told once already, it changes nothing. */
  const isNews = (event: TicketEvent): boolean =>
    !prints.has(fingerprint(event)) ||
    JSON.stringify(foldTicket([...known, ...added, event])) !== JSON.stringify(foldTicket([...known, ...added]));
  return [...added, ...changedSince(ticket, told, asOfMs, isTierTold).filter(isNews)];
};

const changedSince = (ticket: Ticket, told: Ticket, atMs: number, isTierTold: IsTierTold): TicketEvent[] => {
  const { level, group, assignee, ...facts } = changedFacts(ticket, told);
  const events: TicketEvent[] = [];
  if (told.priority !== null && told.priority !== ticket.priority) {
    events.push({ atMs, kind: 'priorityChanged', priority: told.priority });
  }
  const isMoved = told.customer !== ticket.customer;
  if (told.tier !== ticket.tier && (isMoved || isTierTold(told.customer)))
    events.push({ atMs, kind: 'tierChanged', tier: told.tier });
  if (level !== undefined || group !== undefined || assignee !== undefined) {
    events.push({ atMs, kind: 'assigned', level: told.level, group: told.group, assignee: told.assignee });
  }
  if (Object.keys(facts).length > 0) events.push({ atMs, kind: 'edited', facts });
  return events;
};

/**
 * What an imported ticket adds to what imports told of it before; what people did with it at the desk is not theirs to undo. Importing the same again adds nothing; a later export adds what is new. Refused
 * where the export gives the ticket another opening instant: then its times were read in another zone, and every event would be doubled.
 */
export const decideImport = (
  known: readonly TicketEvent[],
  imported: ImportedTicket,
  isTierTold: IsTierTold = () => true,
): Decision => {
  const told = imported.events[0];
  if (told === undefined || told.kind !== 'opened') {
    return { kind: 'refused', code: 'import/no-opening', reason: `${imported.reference} has no opening instant` };
  }
  const opening = correctedOpening(known);
  if (opening === null) return accepted(inTicketOrder(imported.events));
  if (opening.atMs !== told.atMs) {
    const [was, is] = [opening.atMs, told.atMs].map((ms) => new Date(ms).toISOString());
    return {
      kind: 'refused',
      code: 'import/other-opening',
      reason: `${imported.reference} is known as opened at ${was}, here at ${is}; import it in the zone it was first imported in`,
    };
  }
  if (imported.coverage === 'snapshot') return accepted(addSnapshot(known, imported, isTierTold));
  const corrections = correction(opening, told, isTierTold);
  return accepted([...corrections, ...addHistory(known, imported.events, corrections, isTierTold)]);
};
