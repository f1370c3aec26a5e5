import type { TierId } from '../../../shared/sla/policy.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';

export type CustomerRow = { readonly customerId: number; readonly name: string; readonly tier: TierId };

/** What a customer's row keeps of the fold of its events. */
export type CustomerFold = {
  readonly name: string;
  readonly tier: TierId;
  readonly nextTierAtMs: InstantMs | null;
  readonly mergedIntoId: number | null;
};

const OPEN_TICKETS = `SELECT count(*) FROM ticket WHERE ticket.customer = customer.name AND queue_group < ${QUEUE_GROUPS.finished}`;

/** Customers and the groups of agents, by name. */
export const createCustomerRepo = (connection: Connection) => {
  const byName = connection.prepare<[string], CustomerRow>(
    'SELECT customer_id AS customerId, name, tier FROM customer WHERE name = ? AND merged_into IS NULL',
  );
  const byAlias = connection.prepare<[string], CustomerRow>(
    `SELECT customer_id AS customerId, customer.name, tier FROM customer_alias JOIN customer USING (customer_id)
     WHERE customer_alias.name = ? AND merged_into IS NULL`,
  );
  const insert = connection.prepare('INSERT INTO customer (name, tier) VALUES (?, ?)');
  const update = connection.prepare(
    'UPDATE customer SET name = ?, tier = ?, next_tier_at_ms = ?, merged_into = ? WHERE customer_id = ?',
  );
  const levels = connection.prepare<[], { name: string; level: Level }>('SELECT name, level FROM support_group');
  const setLevel = connection.prepare(
    'INSERT INTO support_group (name, level) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET level = excluded.level',
  );
  const all = connection.prepare<[], { id: number; name: string; tier: TierId; openTickets: number }>(
    `SELECT customer_id AS id, name, tier, (${OPEN_TICKETS}) AS openTickets FROM customer WHERE merged_into IS NULL`,
  );
  const openTickets = connection
    .prepare<[number], number>(`SELECT (${OPEN_TICKETS}) FROM customer WHERE customer_id = ?`)
    .pluck();
  const people = connection.prepare<[], { name: string; openTickets: number }>(
    `SELECT assignee AS name, sum(queue_group < ${QUEUE_GROUPS.finished}) AS openTickets FROM ticket
     WHERE assignee IS NOT NULL GROUP BY assignee`,
  );
  const ticketsOf = connection
    .prepare<[number], number>('SELECT ticket_id FROM ticket WHERE customer_id = ? ORDER BY ticket_id')
    .pluck();
  const notClosedOf = connection
    .prepare<[number], number>(
      `SELECT ticket_id FROM ticket WHERE customer_id = ? AND state <> 'closed' ORDER BY ticket_id`,
    )
    .pluck();
  const dueTiers = connection
    .prepare<[InstantMs], number>('SELECT customer_id FROM customer WHERE next_tier_at_ms <= ?')
    .pluck();
  const nextTierAt = connection
    .prepare<[], InstantMs | null>('SELECT min(next_tier_at_ms) FROM customer WHERE next_tier_at_ms IS NOT NULL')
    .pluck();
  const nextTierOf = connection
    .prepare<[number], InstantMs | null>('SELECT next_tier_at_ms FROM customer WHERE customer_id = ?')
    .pluck();
  const mergedInto = connection
    .prepare<[number], number>('SELECT customer_id FROM customer WHERE merged_into = ? ORDER BY customer_id')
    .pluck();
  const addAlias = connection.prepare(
    'INSERT INTO customer_alias (name, customer_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET customer_id = excluded.customer_id',
  );
  const moveAliases = connection.prepare('UPDATE customer_alias SET customer_id = ? WHERE customer_id = ?');
  const anyAlias = connection.prepare<[], number>('SELECT 1 FROM customer_alias LIMIT 1').pluck();
  const dropAlias = connection.prepare('DELETE FROM customer_alias WHERE name = ?');
  return {
    all: () => all.all(),
    openTickets: (customerId: number): number => openTickets.get(customerId) ?? 0,
    /** Everybody who has or had a ticket, with how many are open. */
    people: () => people.all(),
    /** By its name, or by one that it or a duplicate of it bore. */
    byName: (name: string): CustomerRow | undefined => byName.get(name) ?? byAlias.get(name),
    add: (writer: Writer, name: string, tier: TierId): number => {
      writer.touched();
      return Number(insert.run(name, tier).lastInsertRowid);
    },
    replace: (writer: Writer, customerId: number, { name, tier, nextTierAtMs, mergedIntoId }: CustomerFold): void => {
      update.run(name, tier, nextTierAtMs, mergedIntoId, customerId);
      writer.touched();
    },
    ticketsOf: (customerId: number): number[] => ticketsOf.all(customerId),
    notClosedOf: (customerId: number): number[] => notClosedOf.all(customerId),
    /** Customers whose next tier has come. */
    dueTiers: (nowMs: InstantMs): number[] => dueTiers.all(nowMs),
    nextTierOf: (customerId: number): InstantMs | null => nextTierOf.get(customerId) ?? null,
    /** When the next tier of any customer comes; null where none is to come. */
    nextTierAtMs: (): InstantMs | null => nextTierAt.get() ?? null,
    /** Customers that became part of this one. */
    mergedInto: (customerId: number): number[] => mergedInto.all(customerId),
    hasAliases: (): boolean => anyAlias.get() !== undefined,
    addAlias: (_writer: Writer, name: string, customerId: number): void => void addAlias.run(name, customerId),
    dropAlias: (_writer: Writer, name: string): void => void dropAlias.run(name),
    moveAliases: (_writer: Writer, fromId: number, toId: number): void => void moveAliases.run(toId, fromId),
    levels: (): Map<string, Level> => new Map(levels.all().map(({ name, level }) => [name, level])),
    setLevel: (_writer: Writer, group: string, level: Level): void => void setLevel.run(group, level),
  };
};

export type CustomerRepo = ReturnType<typeof createCustomerRepo>;
