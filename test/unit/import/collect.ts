import { fileURLToPath } from 'node:url';
import { collectTickets, type Collected } from '../../../electron/core/import/collect-tickets.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import type { ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import type { Opened, TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Level, Ticket } from '../../../shared/ticket/ticket.ts';

export const fixture = (path: string): string => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));

export type Setting = {
  readonly zone?: string;
  readonly tiers?: Readonly<Record<string, string>>;
  readonly levels?: Readonly<Record<string, Level>>;
  readonly now?: string;
};

/** Collects files by their paths; the present is 2026-12-01 unless told. */
export const collectPaths = (
  profile: ImportProfile | 'auto',
  paths: readonly string[],
  { zone = 'UTC', tiers = {}, levels = {}, now = '2026-12-01T00:00:00Z' }: Setting = {},
): Promise<Collected> =>
  collectTickets(
    {
      paths,
      profile,
      zone: compileZone(zone),
      tierOf: (customer) => tiers[customer],
      levelOf: (group) => (group === null ? undefined : levels[group]),
      nowMs: Date.parse(now),
    },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );

export const collect = (profile: ImportProfile | 'auto', names: readonly string[], setting: Setting = {}) =>
  collectPaths(profile, names.map(fixture), setting);

export const byReference = ({ tickets }: Collected, reference: string): ImportedTicket => {
  const ticket = tickets.find((each) => each.reference === reference);
  if (ticket === undefined)
    throw new Error(`no ticket ${reference} among ${tickets.map((each) => each.reference).join(', ')}`);
  return ticket;
};

export const folded = (collected: Collected, reference: string): Ticket => {
  const ticket = foldTicket(byReference(collected, reference).events);
  if (ticket === null) throw new Error(`${reference} has no opening`);
  return ticket;
};

export const openingOf = ({ events }: ImportedTicket): Opened & { readonly atMs: number } => {
  const [first] = events;
  if (first?.kind !== 'opened') throw new Error('the first event is no opening');
  return first;
};

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** An event as `2026-03-01T08:00 paused`. */
export const told = (event: TicketEvent): string => {
  const extra =
    event.kind === 'priorityChanged' || event.kind === 'opened'
      ? ` ${event.priority}`
      : event.kind === 'awaited'
        ? ` ${event.waitedFor}`
        : event.kind === 'assigned'
          ? ` ${event.level} ${event.group} ${event.assignee}`
          : event.kind === 'tierChanged'
            ? ` ${event.tier}`
            : '';
  return `${iso(event.atMs)} ${event.kind}${extra}`;
};

export const toldOf = (collected: Collected, reference: string): string[] =>
  byReference(collected, reference).events.map(told);

export const issuesOf = (issues: Collected['errors']): string[] =>
  issues.map(({ line, reason }) => `${line}: ${reason}`);
