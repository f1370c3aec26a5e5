import { basename } from 'node:path';
import type { LineIssue } from '../../../shared/import/imported-ticket.ts';
import type { TierLine } from '../../../shared/import/told-tiers.ts';
import type { TierId } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { CustomerLog } from './customer-log.ts';

/** A tier map as it was read. */
export type TierMap = {
  readonly path: string;
  readonly tiers: ReadonlyMap<string, TierId>;
  readonly lines: ReadonlyMap<string, number>;
};

type Parts = {
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly log: CustomerLog;
  readonly nowMs: InstantMs;
};

/**
 * The tiers of customers as one import sees them: what its map says where the map may say it, else what Vigie knows. Names may be those that
 * a customer, or a duplicate of it, bore before.
 */
export const createCustomerTiers = ({ customers, book, log, nowMs }: Parts, map: TierMap | null) => {
  const warnings: LineIssue[] = [];
  /** What the map says of customers that Vigie does not know. */
  const ofNew = new Map<string, TierId>();
  const ofKnown = new Map<number, TierId>();
  /** Tiers that the map sets. */
  const changes = new Map<number, { readonly from: TierId; readonly to: TierId }>();

  /** Why a map may not give a customer another tier; null where it may. */
  const objection = (customerId: number): string | null => {
    const { tiers } = book.load(customerId);
    const at = Math.max(
      0,
      tiers.findLastIndex(({ atMs }) => atMs <= nowMs),
    );
    if (tiers.slice(at).some(({ change }) => change !== null)) return 'by an order that was recorded in Vigie';
    const present = tiers[at];
    if (present === undefined || present.isAssumed) return null;
    const kind = log.eventsOf(customerId).find(({ id }) => id === present.id)?.kind;
    return kind === 'tierSet' ? null : 'from an instant that a list of customers or somebody told';
  };

  for (const [name, tier] of map?.tiers ?? []) {
    const known = customers.byName(name);
    const warn = (reason: string): void =>
      void warnings.push({ file: basename(map?.path ?? ''), line: map?.lines.get(name) ?? 1, reason });
    if (known === undefined) {
      ofNew.set(name, tier);
      continue;
    }
    const { customerId, tier: from } = known;
    const isPresentName = known.name === name;
    // Of several names of one customer its present one counts.
    if (!isPresentName && map?.tiers.has(known.name) === true) continue;
    if (!isPresentName && !log.bore(customerId, name)) {
      if (tier !== from)
        warn(`says ${tier} for ${name}, which is part of ${known.name} now; its ${from} was left as it is`);
      continue;
    }
    const refused = from === tier ? null : objection(customerId);
    if (refused !== null) {
      warn(
        `says ${tier} for ${known.name}, which has ${from} ${refused}; left as it is: change the tier on the customer's page`,
      );
      continue;
    }
    ofKnown.set(customerId, tier);
    if (from !== tier) changes.set(customerId, { from, to: tier });
  }

  const mapped = (name: string): TierId | undefined => {
    const known = customers.byName(name);
    return known === undefined ? ofNew.get(name) : (ofKnown.get(known.customerId) ?? ofNew.get(name));
  };

  /** A map says no date: what it set holds from where the assumed tier, or that of a map before it, began. */
  const lineOfKnown = (customerId: number): TierLine => {
    const { tiers } = book.load(customerId);
    if (tiers.length < 2) return tiers;
    const sets = new Set(log.eventsOf(customerId).flatMap(({ kind, id }) => (kind === 'tierSet' ? [id] : [])));
    if (sets.size === 0) return tiers;
    return tiers.filter((entry, i) => {
      const next = tiers[i + 1];
      return next === undefined || !sets.has(next.id) || !(entry.isAssumed || sets.has(entry.id));
    });
  };

  let lines = new Map<string, TierLine>();
  return {
    warnings,
    changes,
    /** Whether the map of this import tells the tier of a customer. */
    isMapped: (name: string): boolean => mapped(name) !== undefined,
    present: (name: string): TierId | undefined => mapped(name) ?? customers.byName(name)?.tier,
    /** The tiers of a customer in time; what the map says holds at all times. */
    lineOf: (name: string): TierLine => {
      const held = lines.get(name);
      if (held !== undefined) return held;
      const tier = mapped(name);
      const known = tier === undefined ? customers.byName(name) : undefined;
      const line =
        known === undefined ? [{ tier: tier ?? 'standard', atMs: -Infinity }] : lineOfKnown(known.customerId);
      lines.set(name, line);
      return line;
    },
    /** Somebody may have changed tiers since: asks again. */
    refresh: (): void => void (lines = new Map()),
  };
};

export type CustomerTiers = ReturnType<typeof createCustomerTiers>;
