import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { correctedOpening, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { ImportedTicket, LineIssue } from '../../../shared/import/imported-ticket.ts';
import type {
  ImportGuess,
  ImportMapping,
  ImportProfileDraft,
  SavedImportProfile,
} from '../../../shared/ipc/import-guess-schemas.ts';
import type { ImportPreview, ImportProfile, ImportProgress, ImportReport } from '../../../shared/ipc/import-schemas.ts';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules, TierId } from '../../../shared/sla/policy.ts';
import { withToldTiers } from '../../../shared/import/told-tiers.ts';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import type { Level, Source } from '../../../shared/ticket/ticket.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
import type { EventRepo, Recording } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import type { TicketRepo } from '../ticket/ticket-repo.ts';
import { NEW_TICKET, type TicketService } from '../ticket/ticket-service.ts';
import { createToldRedaction } from '../privacy/told-redaction.ts';
import { collectTickets } from './collect-tickets.ts';
import { EMPTY_MAPPING } from '../../../shared/import/empty-mapping.ts';
import { unreadable } from './check-file.ts';
import { createCustomerLog } from './customer-log.ts';
import { createCustomerTiers, type CustomerTiers, type TierMap } from './customer-tiers.ts';
import { shortReason } from './issue-list.ts';
import { guessImport, type BareGuess } from './guess-import.ts';
import { createImportProfileRepo } from './import-profile-repo.ts';
import type { Dialect } from './inspect-file.ts';
import { saidBy } from './said-mapping.ts';
import { readLevelMap, readTierMap } from './read-map.ts';

/** How long one transaction of an import may keep others waiting. */
const SLICE_MS = 12;
/** Issues kept of each kind; all are counted. */
const MAX_ISSUES = 1000;
const SAMPLE_ROWS = 8;
const ONCE_GENERIC: readonly Source[] = ['jira', 'glpi', 'zammad', 'osticket'];

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

type Hooks = { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void };

type Parts = {
  readonly database: Database;
  readonly tickets: TicketRepo;
  readonly writing: TicketService;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly recordedBy: { readonly actor: string; readonly workstation: string };
};

type Tally = {
  new: number;
  changed: number;
  unchanged: number;
  events: number;
  refusals: LineIssue[];
  refused: number;
};

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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

/** Imports files into the queue: read, decided ticket by ticket, written in slices that let queries through. */
export const createImportService = (parts: Parts) => {
  const { database, tickets, writing, events, customers, book, rules, clock } = parts;
  const log = createCustomerLog(database.connection);
  const profiles = createImportProfileRepo(database.connection);

  const tierMapAt = async (path: string | null): Promise<TierMap | null> => {
    if (path === null) return null;
    const lines = new Map<string, number>();
    const tiers = await readTierMap(path, rules.policy.tiers, (name, line) => void lines.set(name, line));
    return { path, tiers, lines };
  };

  /** What was guessed last: a preview and the import after it need not look again. */
  let lastGuess: { readonly key: string; readonly machineZone: string; readonly guess: BareGuess } | null = null;

  const guessOf = async (paths: readonly string[], machineZone: string, { signal, onProgress }: Hooks) => {
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
  const readingOf = async (order: ImportOrder, hooks: Hooks): Promise<Reading> => {
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

  const collect = async (order: ImportOrder, hooks: Hooks) => {
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

  const keepMaps = (
    writer: Writer,
    tiers: CustomerTiers,
    levelMap: ReadonlyMap<string, Level> | null,
    by: Recording,
  ): void => {
    for (const [group, level] of levelMap ?? []) customers.setLevel(writer, group, level);
    for (const [customerId, change] of tiers.changes)
      book.record(writer, customerId, { kind: 'tierSet', ...change }, by);
  };

  const redaction = createToldRedaction(database.connection, (name) => customers.byName(name) !== undefined);

  /** Files may call a customer by the name that it, or a duplicate of it, bore before, or before it was erased. */
  const withPresentNames = (told: readonly TicketEvent[]): readonly TicketEvent[] => {
    if (!customers.hasAliases() && !redaction.isNeeded()) return told;
    const present = (name: string): string => customers.byName(name)?.name ?? redaction.pseudonymOf(name) ?? name;
    return told.map((event) => {
      if (event.kind === 'opened') return { ...event, customer: present(event.customer) };
      if (event.kind !== 'edited' || event.facts.customer === undefined) return event;
      return { ...event, facts: { ...event.facts, customer: present(event.facts.customer) } };
    });
  };

  /** A ticket under the names that its customers bear now, and with the tiers that they had. */
  const asKnown = (imported: ImportedTicket, tiers: CustomerTiers): ImportedTicket => ({
    ...imported,
    events: withToldTiers(withPresentNames(imported.events), tiers.lineOf, clock.nowMs()),
  });

  /** Exports of products that have a profile now were read as those of another system once: their tickets are the same still. */
  const knownIdOf = ({ source, reference, events: [opened] }: ImportedTicket): number | undefined => {
    const ticketId = tickets.idOf(source, reference);
    if (ticketId !== undefined || !ONCE_GENERIC.includes(source)) return ticketId;
    const asGeneric = tickets.idOf('generic', reference);
    const isSame = asGeneric !== undefined && correctedOpening(events.toldOf(asGeneric))?.atMs === opened?.atMs;
    return isSame ? asGeneric : undefined;
  };

  /** Decides one ticket, and writes it where there is a writer. Without `tiers` it tells its own. */
  const takeOne = (
    read: ImportedTicket,
    tally: Tally,
    writer: Writer | null,
    by: Recording,
    tiers: CustomerTiers | null,
  ): void => {
    // What the desk did since is no answer to a file: only what files told before is.
    const named = tiers === null ? { ...read, events: withPresentNames(read.events) } : asKnown(read, tiers);
    const ticketId = knownIdOf(named);
    const before = ticketId === undefined ? [] : withPresentNames(events.toldOf(ticketId));
    const imported = { ...named, events: redaction.apply(named.events, before) };
    const decision = decideImport(before, imported, tiers?.isMapped);
    if (decision.kind === 'refused') {
      tally.refused++;
      if (tally.refusals.length < MAX_ISSUES) {
        tally.refusals.push({ file: imported.file, line: imported.line, reason: shortReason(decision.reason) });
      }
      return;
    }
    if (decision.events.length === 0) {
      tally.unchanged++;
      return;
    }
    if (writer !== null) {
      const known = ticketId === undefined ? NEW_TICKET : events.ofTicket(ticketId);
      writing.append(writer, ticketId, known, decision.events, by);
    }
    tally.events += decision.events.length;
    if (ticketId === undefined) tally.new++;
    else tally.changed++;
  };

  /** Takes tickets until the slice is over; returns the index of the first one left. */
  const takeSlice = (
    all: readonly ImportedTicket[],
    from: number,
    tally: Tally,
    writer: Writer | null,
    by: Recording,
    tiers: CustomerTiers,
  ) => {
    tiers.refresh();
    const endAtMs = performance.now() + SLICE_MS;
    let next = from;
    while (next < all.length && performance.now() < endAtMs) {
      const imported = all[next];
      if (imported !== undefined) takeOne(imported, tally, writer, by, tiers);
      next++;
    }
    return next;
  };

  const work = async (order: ImportOrder, hooks: Hooks, isDryRun: boolean) => {
    const collected = await collect(order, hooks);
    const { tickets: all, tiers } = collected;
    const { actor, workstation } = parts.recordedBy;
    const by: Recording = { actor: order.actor ?? actor, workstation, recordedAtMs: clock.nowMs() };
    const tally: Tally = { new: 0, changed: 0, unchanged: 0, events: 0, refusals: [], refused: 0 };
    if (!isDryRun) database.write((writer) => keepMaps(writer, tiers, collected.levelMap, by));
    let next = 0;
    while (next < all.length && !hooks.signal.aborted) {
      const from = next;
      // A slice that fails leaves nothing behind, its counts neither.
      const slice: Tally = { new: 0, changed: 0, unchanged: 0, events: 0, refusals: tally.refusals, refused: 0 };
      next = isDryRun
        ? database.read(() => takeSlice(all, from, slice, null, by, tiers))
        : database.write((writer) => takeSlice(all, from, slice, writer, by, tiers));
      tally.new += slice.new;
      tally.changed += slice.changed;
      tally.unchanged += slice.unchanged;
      tally.events += slice.events;
      tally.refused += slice.refused;
      hooks.onProgress({ phase: 'writing', done: next, total: all.length });
      await later();
    }
    const report: ImportReport = {
      rows: collected.rows,
      tickets: { new: tally.new, changed: tally.changed, unchanged: tally.unchanged },
      events: tally.events,
      errors: [...collected.errors, ...tally.refusals].slice(0, MAX_ISSUES),
      warnings: [...tiers.warnings, ...collected.warnings].slice(0, MAX_ISSUES),
      errorCount: collected.errorCount + tally.refused,
      warningCount: collected.warningCount + tiers.warnings.length,
      isCancelled: next < all.length,
    };
    return { collected, report };
  };

  const toRow = (imported: ImportedTicket, index: number): QueueRow[] => {
    const folded = foldAsOf(imported.events, rules, clock.nowMs());
    if (folded === null) return [];
    const { reference, title, customer, tier, priority, state, level, assignee, owner, openedAtMs } = folded.ticket;
    const { tags, wakeAtMs, escalatedTo } = folded.ticket;
    const facts = { reference, title, customer, tier, priority, state, level, assignee, owner, openedAtMs };
    const row = { ...facts, tags: [...tags], wakeAtMs, escalatedTo, version: imported.events.length, found: null };
    return [{ id: -1 - index, ...row, ...folded.clocks }];
  };

  return {
    /** What files are, with how their first tickets would stand in the queue; writes nothing. */
    guess: async (paths: readonly string[], machineZone: string, hooks: Hooks): Promise<ImportGuess> => {
      const { guess, first } = await guessOf(paths, machineZone, hooks);
      return { ...guess, sample: first.flatMap(toRow) };
    },
    profiles: {
      list: (): SavedImportProfile[] => database.read(() => profiles.list()),
      save: (draft: ImportProfileDraft, by: Recording): number =>
        database.write((writer) => profiles.save(writer, draft, by)),
      remove: (id: number): void => database.write((writer) => profiles.remove(writer, id)),
    },
    /** Imports; cancelling keeps what is written, each ticket whole, and importing again adds the rest. */
    run: async (order: ImportOrder, hooks: Hooks): Promise<ImportReport> => (await work(order, hooks, false)).report,
    /** What `run` would do, with the first tickets; writes nothing. */
    preview: async (order: ImportOrder, hooks: Hooks): Promise<ImportPreview> => {
      const { collected, report } = await work(order, hooks, true);
      const { profile, files, tickets: all, tiers } = collected;
      const first = database.read(() =>
        all.slice(0, SAMPLE_ROWS).map((one) => {
          const named = asKnown(one, tiers);
          return { ...named, events: redaction.apply(named.events, []) };
        }),
      );
      return { profile, files, report, sample: first.flatMap(toRow) };
    },
    /** Takes tickets made by Vigie itself (samples, seeds), in slices too; longer ones where nobody waits. */
    take: async (
      all: Iterable<ImportedTicket>,
      onProgress: (done: number) => void = () => {},
      sliceMs = SLICE_MS * 10,
    ): Promise<number> => {
      const by: Recording = { ...parts.recordedBy, recordedAtMs: clock.nowMs() };
      const tally: Tally = { new: 0, changed: 0, unchanged: 0, events: 0, refusals: [], refused: 0 };
      const source = all[Symbol.iterator]();
      let taken = 0;
      for (let isDone = false; !isDone;) {
        database.write((writer) => {
          const endAtMs = performance.now() + sliceMs;
          while (!isDone && performance.now() < endAtMs) {
            const { value, done } = source.next();
            isDone = done === true;
            if (done === true) break;
            takeOne(value, tally, writer, by, null);
            taken++;
          }
        });
        onProgress(taken);
        await later();
      }
      return taken;
    },
  };
};

export type ImportService = ReturnType<typeof createImportService>;
