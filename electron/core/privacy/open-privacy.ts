import { ERASED } from '../../../shared/privacy/erased.ts';
import type { ErasureTarget, Erased, HeldCopies, PersonalData } from '../../../shared/ipc/privacy-calls.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { NO_HOOKS, runSteps } from '../backup/steps.ts';
import { pathOf } from '../chosen-files.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
import type { Caller, Handlers } from '../router.ts';
import { toUuid, type EventRepo, type Recording } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { Scheduler } from '../watch/scheduler.ts';
import { createEraser, type Authority, type Erasing } from './erase.ts';
import { createSubjectFinder } from './find-subject.ts';
import { heldCopiesBefore, removeCopy, toHeldCopy } from './held-copies.ts';
import { createLogRows } from './log-rows.ts';
import { createPurge } from './purge.ts';
import { createScanner, type Scan } from './scan.ts';
import { subjectOfMarks, type Subject } from './subject.ts';
import { writePersonal } from './write-personal.ts';

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly tickets: TicketService;
  readonly clock: PresentClock;
  readonly scheduler: Scheduler;
  readonly by: (caller: Caller) => Recording;
  readonly makeBackup: (caller: Caller) => Promise<unknown>;
  readonly onErased: () => void;
};

/** An erasure of another copy of the same log; `firstId` is the first event of its customer. */
export type CarriedErasure = {
  readonly eventId: Buffer;
  readonly firstId: Buffer;
  readonly customerId: number;
  readonly recordedAtMs: number;
  readonly actor: string;
  readonly workstation: string;
  readonly erasing: Erasing;
};

type Call = `privacy:${'preview' | 'export' | 'erase' | 'list-copies' | 'replace-copies'}`;

/** What kept the file from being written anew may be over by then. */
const PURGE_AGAIN_MS = 60_000;

const nothingFound = (): VigieError =>
  new VigieError('privacy/nothing', 'Nothing is recorded of this person. Check the spelling, or look by another name.');

/** Personal data of customers, given out and erased (docs/privacy.md). */
export const openPrivacy = (parts: Parts) => {
  const { database, events, customers, book, tickets, clock, scheduler, by, makeBackup, onErased } = parts;
  const { connection } = database;
  const rows = createLogRows(connection);
  const scanner = createScanner(connection, rows, customers.ticketsOf);
  const eraser = createEraser({ connection, rows, events, book, tickets });
  const subjectOf = createSubjectFinder({ connection, book, customers });
  const purge = createPurge(database);
  const seqOf = connection.prepare<[], number>('SELECT max(seq) FROM event').pluck();
  const lastErasureAt = connection
    .prepare<[], number | null>(`SELECT max(recorded_at_ms) FROM event WHERE subject = 'customer' AND kind = 'erased'`)
    .pluck();

  const look = async (target: ErasureTarget): Promise<{ readonly subject: Subject; readonly scan: Scan }> => {
    const subject = database.read(() => subjectOf(target));
    const scan = await runSteps(scanner.run(scanner.begin(subject), subject), NO_HOOKS);
    if (subject.customerIds.size + scan.whole.size + scan.mentions.size === 0) throw nothingFound();
    return { subject, scan };
  };

  const nameOf = (target: ErasureTarget): string => {
    if (target.kind === 'person') return target.text;
    const customer = book.load(target.id);
    if (target.kind === 'customer') return customer.name;
    return customer.contacts.find(({ contactId }) => contactId === target.contactId)?.name ?? '';
  };

  /** The same in every language, and nobody else's. */
  const pseudonymOf = (id: number): string => {
    for (let i = 1; ; i++) {
      const name = `Client #${id}${i === 1 ? '' : `-${i}`}`;
      const present = customers.byName(name);
      if (present === undefined || present.customerId === id) return name;
    }
  };

  const record = (writer: Writer, id: number, erasing: Erasing, recording: Recording): Authority => ({
    id: events.addCustomerEvent(writer, id, erasing, recording),
    seq: seqOf.get() ?? 0,
  });

  const preview = async (target: ErasureTarget): Promise<PersonalData> => {
    const { subject, scan } = await look(target);
    return database.read(() => {
      const ids = [...eraser.customersOf(scan, subject)];
      const theirs = subject.scope === 'customer' ? ids.map((id) => book.load(id)) : [];
      return {
        name: nameOf(target),
        customers: ids.length,
        contacts: theirs.reduce((sum, { contacts }) => sum + contacts.length, 0) + subject.contactIds.size,
        sessions: theirs[0]?.sessions.length ?? 0,
        ...eraser.count(scan, subject),
      };
    });
  };

  const erase = async (target: ErasureTarget, reason: string, recording: Recording): Promise<Erased> => {
    const { subject, scan } = await look(target);
    const { scope, marks, contactIds } = subject;
    const done = database.write((writer) => {
      // What came meanwhile is looked through too.
      for (const _step of scanner.run(scan, subject));
      const pseudonym = target.kind === 'customer' ? pseudonymOf(target.id) : null;
      const plain = subject.finder.withoutPeople(reason).replaceAll(nameOf(target), ERASED);
      const erasing: Erasing = {
        ...{ kind: 'erased', scope, reason: plain, pseudonym, salt: marks.salt },
        ...{ names: [...marks.names], people: [...marks.people], contactIds: [...contactIds] },
      };
      const authorities = new Map(
        [...eraser.customersOf(scan, subject)].map((id) => [id, record(writer, id, erasing, recording)] as const),
      );
      purge.owe(writer);
      return { pseudonym, scope, redacted: eraser.run(writer, scan, subject, pseudonym, authorities, recording) };
    });
    const isPurged = purge.run();
    onErased();
    return { ...done, isPurged };
  };

  const known = connection
    .prepare<[number], Buffer>(
      `SELECT event_id FROM event WHERE subject = 'customer' AND subject_id = ? ORDER BY seq LIMIT 1`,
    )
    .pluck();
  const insert = connection.prepare(
    `INSERT INTO event (event_id, subject, subject_id, kind, occurred_at_ms, recorded_at_ms, actor, workstation, payload)
     VALUES (?, 'customer', ?, 'erased', ?, ?, ?, ?, ?)`,
  );

  /** Does again what was erased elsewhere in the same log, by the same events; what is of customers that are not known here is left out. */
  const carry = (erasures: readonly CarriedErasure[]): void => {
    const here = erasures.filter(({ customerId, firstId }) => known.get(customerId)?.equals(firstId) === true);
    const bySalt = new Map<string, CarriedErasure[]>();
    for (const one of here) bySalt.set(one.erasing.salt, [...(bySalt.get(one.erasing.salt) ?? []), one]);
    database.write((writer) => {
      for (const told of bySalt.values()) {
        const [first] = told;
        const authorities = new Map<number, Authority>();
        for (const { eventId, customerId, recordedAtMs, actor, workstation, erasing } of told) {
          const { kind: _kind, ...payload } = erasing;
          const values = [recordedAtMs, recordedAtMs, actor, workstation, JSON.stringify(payload)];
          const seq = Number(insert.run(eventId, customerId, ...values).lastInsertRowid);
          authorities.set(customerId, { seq, id: toUuid(eventId) });
        }
        if (first === undefined) continue;
        const { scope, pseudonym, salt, names, people, contactIds } = first.erasing;
        const subject = subjectOfMarks({
          ...{ scope, marks: { salt, names, people }, contactIds: new Set(contactIds) },
          customerIds: new Set(authorities.keys()),
        });
        const scan = scanner.begin(subject);
        for (const _step of scanner.run(scan, subject));
        const { actor, workstation, recordedAtMs } = first;
        eraser.run(writer, scan, subject, pseudonym, authorities, { actor, workstation, recordedAtMs });
      }
      purge.owe(writer);
    });
    purge.run();
  };

  const copies = (): HeldCopies => {
    const lastErasureAtMs = lastErasureAt.get() ?? null;
    const isInMemory = database.path === ':memory:' || database.path === '';
    const held = lastErasureAtMs === null || isInMemory ? [] : heldCopiesBefore(database.path, lastErasureAtMs);
    return { lastErasureAtMs, copies: held.map(toHeldCopy), isPurgeOwed: purge.isOwed() };
  };

  const exportTo = async (target: ErasureTarget, to: string): Promise<number> => {
    const { subject, scan } = await look(target);
    return database.read(() =>
      writePersonal(
        { connection, rows, events, book },
        { to, scan, subject, name: nameOf(target), nowMs: clock.nowMs() },
      ),
    );
  };

  const handlers: Pick<Handlers<'core'>, Call> = {
    'privacy:preview': ({ target }) => preview(target),
    'privacy:export': async ({ target, selectionId }, caller) => ({
      lines: await exportTo(target, pathOf(caller, selectionId, 'write')),
    }),
    'privacy:erase': ({ target, reason }, caller) => erase(target, reason, by(caller)),
    'privacy:list-copies': copies,
    'privacy:replace-copies': async (_input, caller) => {
      const { lastErasureAtMs } = copies();
      if (lastErasureAtMs !== null) {
        const old = heldCopiesBefore(database.path, lastErasureAtMs);
        await makeBackup(caller);
        for (const copy of old) removeCopy(copy);
      }
      return copies();
    },
  };

  const callOff = purge.isOwed() ? scheduler.after(PURGE_AGAIN_MS, () => void purge.run()) : () => {};

  return { handlers, preview, erase, carry, exportTo, copies, purge, stop: callOff };
};
