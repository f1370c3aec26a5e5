import type { ImportedTicket, LineIssue } from '../../../shared/import/imported-ticket.ts';
import type { ImportGuess, ImportProfileDraft, SavedImportProfile } from '../../../shared/ipc/import-guess-schemas.ts';
import type { ImportPreview, ImportReport } from '../../../shared/ipc/import-schemas.ts';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
import type { EventRepo, Recording } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import type { TicketRepo } from '../ticket/ticket-repo.ts';
import { NEW_TICKET, type TicketService } from '../ticket/ticket-service.ts';
import type { CustomerTiers } from './customer-tiers.ts';
import { shortReason } from './issue-list.ts';
import { createImportProfileRepo } from './import-profile-repo.ts';
import { createImportReader, type ImportHooks, type ImportOrder } from './import-reader.ts';
import { createKnownTickets } from './known-tickets.ts';

/** How long one transaction of an import may keep others waiting. */
const SLICE_MS = 12;
/** Issues kept of each kind; all are counted. */
const MAX_ISSUES = 1000;
const SAMPLE_ROWS = 8;

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

/** Imports files into the queue: read, decided ticket by ticket, written in slices that let queries through. */
export const createImportService = (parts: Parts) => {
  const { database, tickets, writing, events, customers, book, rules, clock } = parts;
  const profiles = createImportProfileRepo(database.connection);
  const { guess, collect } = createImportReader({ database, customers, book, rules, clock, profiles });
  const { asKnown, withPresentNames, knownIdOf, redaction } = createKnownTickets({
    ...{ database, tickets, events, customers, clock },
  });

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

  const work = async (order: ImportOrder, hooks: ImportHooks, isDryRun: boolean) => {
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
    guess: async (paths: readonly string[], machineZone: string, hooks: ImportHooks): Promise<ImportGuess> => {
      const found = await guess(paths, machineZone, hooks);
      return { ...found.guess, sample: found.first.flatMap(toRow) };
    },
    profiles: {
      list: (): SavedImportProfile[] => database.read(() => profiles.list()),
      save: (draft: ImportProfileDraft, by: Recording): number =>
        database.write((writer) => profiles.save(writer, draft, by)),
      remove: (id: number): void => database.write((writer) => profiles.remove(writer, id)),
    },
    /** Imports; cancelling keeps what is written, each ticket whole, and importing again adds the rest. */
    run: async (order: ImportOrder, hooks: ImportHooks): Promise<ImportReport> =>
      (await work(order, hooks, false)).report,
    /** What `run` would do, with the first tickets; writes nothing. */
    preview: async (order: ImportOrder, hooks: ImportHooks): Promise<ImportPreview> => {
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
