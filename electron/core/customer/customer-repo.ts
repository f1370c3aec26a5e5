import type { TierId } from '../../../shared/sla/policy.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import type { Connection, Writer } from '../db/database.ts';

export type CustomerRow = { readonly customerId: number; readonly name: string; readonly tier: TierId };

/** Customers and the groups of agents, by name. */
export const createCustomerRepo = (connection: Connection) => {
  const byName = connection.prepare<[string], CustomerRow>(
    'SELECT customer_id AS customerId, name, tier FROM customer WHERE name = ?',
  );
  const insert = connection.prepare('INSERT INTO customer (name, tier) VALUES (?, ?)');
  const setTier = connection.prepare('UPDATE customer SET tier = ? WHERE customer_id = ?');
  const tiers = connection.prepare<[], { name: string; tier: TierId }>('SELECT name, tier FROM customer');
  const levels = connection.prepare<[], { name: string; level: Level }>('SELECT name, level FROM support_group');
  const setLevel = connection.prepare(
    'INSERT INTO support_group (name, level) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET level = excluded.level',
  );
  const all = connection.prepare<[], { id: number; name: string; tier: TierId; openTickets: number }>(
    `SELECT customer_id AS id, name, tier, (
       SELECT count(*) FROM ticket WHERE ticket.customer = customer.name AND queue_group < ${QUEUE_GROUPS.finished}
     ) AS openTickets FROM customer`,
  );
  const people = connection.prepare<[], { name: string; openTickets: number }>(
    `SELECT assignee AS name, sum(queue_group < ${QUEUE_GROUPS.finished}) AS openTickets FROM ticket
     WHERE assignee IS NOT NULL GROUP BY assignee`,
  );
  return {
    all: () => all.all(),
    /** Everybody who has or had a ticket, with how many are open. */
    people: () => people.all(),
    byName: (name: string): CustomerRow | undefined => byName.get(name),
    add: (_writer: Writer, name: string, tier: TierId): number => Number(insert.run(name, tier).lastInsertRowid),
    setTier: (writer: Writer, customerId: number, tier: TierId): void => {
      setTier.run(tier, customerId);
      writer.touched();
    },
    tiers: (): Map<string, TierId> => new Map(tiers.all().map(({ name, tier }) => [name, tier])),
    levels: (): Map<string, Level> => new Map(levels.all().map(({ name, level }) => [name, level])),
    setLevel: (_writer: Writer, group: string, level: Level): void => void setLevel.run(group, level),
  };
};

export type CustomerRepo = ReturnType<typeof createCustomerRepo>;
