import type { TierId } from '../../../shared/sla/policy.ts';
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
  return {
    byName: (name: string): CustomerRow | undefined => byName.get(name),
    add: (_writer: Writer, name: string, tier: TierId): number => Number(insert.run(name, tier).lastInsertRowid),
    setTier: (_writer: Writer, customerId: number, tier: TierId): void => void setTier.run(tier, customerId),
    tiers: (): Map<string, TierId> => new Map(tiers.all().map(({ name, tier }) => [name, tier])),
    levels: (): Map<string, Level> => new Map(levels.all().map(({ name, level }) => [name, level])),
    setLevel: (_writer: Writer, group: string, level: Level): void => void setLevel.run(group, level),
  };
};

export type CustomerRepo = ReturnType<typeof createCustomerRepo>;
