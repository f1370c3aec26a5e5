import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { EMPTY_MAPPING } from '../../../shared/import/empty-mapping.ts';
import type { ImportMapping } from '../../../shared/ipc/import-guess-schemas.ts';
import type { ImportProfile, ImportProgress } from '../../../shared/ipc/import-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules, TierId } from '../../../shared/sla/policy.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import { unreadable } from './check-file.ts';
import { collectTickets } from './collect-tickets.ts';
import { createCustomerLog } from './customer-log.ts';
import { createCustomerTiers, type TierMap } from './customer-tiers.ts';
import { guessImport, type BareGuess } from './guess-import.ts';
import type { ImportProfileRepo } from './import-profile-repo.ts';
import type { Dialect } from './inspect-file.ts';
import { readLevelMap, readTierMap } from './read-map.ts';
import { saidBy } from './said-mapping.ts';

export type ImportOrder = {
  readonly paths: readonly string[];
  readonly profile: ImportProfile | 'auto';
  readonly zone: string;
  readonly tierMapPath: string | null;
  readonly levelMapPath: string | null;
  /** What somebody says of the files beside the profile; without it `auto` takes what it guesses. */
  readonly mapping?: ImportMapping | undefined;
  /** Zone of this computer: one that times without a zone are likely in. */
  readonly machineZone?: string;
  /** Who imports; whoever opened the database where nobody is named. */
  readonly actor?: string;
};

export type ImportHooks = { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void };

type Parts = {
  readonly database: Database;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly profiles: ImportProfileRepo;
};

const compileZoneOf = (zone: string) => {
  try {
    return compileZone(zone);
  } catch (error) {
    throw new VigieError('import/unknown-zone', error instanceof Error ? `${error.message}.` : String(error));
  }
};

type Reading = {
  readonly profile: ImportProfile | 'auto';
  readonly mapping: ImportMapping;
  readonly dialects: readonly Dialect[];
};

/** What tells a file from what it was before, as far as its folder knows. */
const stampsOf = (paths: readonly string[]) =>
  Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs, ino } = await stat(path).catch((error: unknown) => {
        throw unreadable(basename(path), error);
      });
      return [path, size, mtimeMs, ino];
    }),
  );

const MAPPING_NAME = 'mapping';

/** The tiers of a file beside those of a mapping; the file counts. */
const withSaidTiers = (map: TierMap | null, { tiers }: ImportMapping, known: readonly TierId[]): TierMap | null => {
  const said = Object.entries(tiers);
  const wrong = said.find(([, tier]) => !known.includes(tier));
  if (wrong !== undefined) {
    const [customer, tier] = wrong;
    throw new VigieError(
      'import/bad-map',
      `The mapping says '${tier}' for ${customer}, which is no tier; use ${known.join(', ')}.`,
    );
  }
  if (said.length === 0) return map;
  return {
    path: map?.path ?? MAPPING_NAME,
    tiers: new Map([...said, ...(map?.tiers ?? [])]),
    lines: map?.lines ?? new Map(),
  };
};

const withSaidLevels = (map: ReadonlyMap<string, Level> | null, { levels }: ImportMapping) => {
  const said = Object.entries(levels);
  return said.length === 0 ? map : new Map([...said, ...(map ?? [])]);
};

/** Reads files of tickets, as an order says or as they are guessed to be. */
export const createImportReader = ({ database, customers, book, rules, clock, profiles }: Parts) => {
  const log = createCustomerLog(database.connection);

  const tierMapAt = async (path: string | null): Promise<TierMap | null> => {
    if (path === null) return null;
    const lines = new Map<string, number>();
    const tiers = await readTierMap(path, rules.policy.tiers, (name, line) => void lines.set(name, line));
    return { path, tiers, lines };
  };

  /** What was guessed last: a preview and the import after it need not look again. */
  let lastGuess: { readonly key: string; readonly machineZone: string; readonly guess: BareGuess } | null = null;

  const guessOf = async (paths: readonly string[], machineZone: string, { signal, onProgress }: ImportHooks) => {
    const saved = database.read(() => profiles.list());
    const key = JSON.stringify([await stampsOf(paths), machineZone, saved.map(({ id, savedAtMs }) => [id, savedAtMs])]);
    if (lastGuess?.key === key) return lastGuess.guess;
    const known = database.read(() => customers.levels());
    const guess = await guessImport(
      {
        ...{ paths, machineZone, nowMs: clock.nowMs(), tiers: rules.policy.tiers },
        savedFor: (fingerprints) => database.read(() => profiles.savedFor(fingerprints)),
        tierOf: (customer) => database.read(() => customers.byName(customer)?.tier),
        levelOf: (group) => (group === null ? undefined : known.get(group)),
      },
      { signal, onProgress: (done, total) => onProgress({ phase: 'reading', done, total }) },
    );
    lastGuess = { key, machineZone, guess };
    return guess;
  };

  /** How files are read: as the order says, else as they were guessed to be. */
  const readingOf = async (order: ImportOrder, hooks: ImportHooks): Promise<Reading> => {
    const { profile, mapping, paths } = order;
    const said = { encoding: mapping?.encoding ?? null, delimiter: mapping?.delimiter ?? null };
    if (profile !== 'auto') return { profile, mapping: mapping ?? EMPTY_MAPPING, dialects: paths.map(() => said) };
    const { guess } = await guessOf(paths, order.machineZone ?? lastGuess?.machineZone ?? 'UTC', hooks);
    const dialects = guess.files.map(({ delimiter }) => ({
      encoding: said.encoding,
      delimiter: said.delimiter ?? delimiter?.value ?? null,
    }));
    return { profile: guess.profile.value ?? 'auto', mapping: mapping ?? guess.mapping, dialects };
  };

  const collect = async (order: ImportOrder, hooks: ImportHooks) => {
    const { signal, onProgress } = hooks;
    const reading = await readingOf(order, hooks);
    const tierMap = withSaidTiers(await tierMapAt(order.tierMapPath), reading.mapping, rules.policy.tiers);
    const levelMap = withSaidLevels(
      order.levelMapPath === null ? null : await readLevelMap(order.levelMapPath),
      reading.mapping,
    );
    const nowMs = clock.nowMs();
    const tiers = database.read(() => createCustomerTiers({ customers, book, log, nowMs }, tierMap));
    const knownLevels = database.read(() => customers.levels());
    const collected = await collectTickets(
      {
        paths: order.paths,
        profile: reading.profile,
        dialects: reading.dialects,
        said: saidBy(reading.mapping),
        zone: compileZoneOf(order.zone),
        tierOf: tiers.present,
        levelOf: (group) => (group === null ? undefined : (levelMap?.get(group) ?? knownLevels.get(group))),
        nowMs,
      },
      { signal, onProgress: (done, total) => onProgress({ phase: 'reading', done, total }) },
    );
    return { ...collected, tiers, levelMap };
  };

  return { guess: guessOf, collect };
};
