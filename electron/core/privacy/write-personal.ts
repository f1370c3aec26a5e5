import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs';
import { version } from '../../../package.json';
import { PERSONAL_FORMAT, PERSONAL_VERSION } from '../../../shared/privacy/personal-format.ts';
import { formatInstant, type InstantMs } from '../../../shared/time/instant.ts';
import { toJson, type Cell } from '../backup/export-lines.ts';
import { asFileFault, partialPath, placeOver } from '../backup/whole-file.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Connection } from '../db/database.ts';
import { SCHEMA_VERSION } from '../db/migrations.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import type { LogRows } from './log-rows.ts';
import type { Scan } from './scan.ts';
import type { Subject } from './subject.ts';

type Parts = {
  readonly connection: Connection;
  readonly rows: LogRows;
  readonly events: EventRepo;
  readonly book: CustomerBook;
};

type Item = Readonly<Record<string, unknown>>;

/** All that is recorded of a subject, line by line (docs/data-formats.md). */
function* linesOf({ connection, rows, events, book }: Parts, scan: Scan, subject: Subject, nowMs: InstantMs) {
  const raw = connection.prepare<[number], Readonly<Record<string, Cell>>>('SELECT * FROM event WHERE seq = ?');
  const customers = subject.scope === 'customer' ? [...subject.customerIds] : [];
  const record = (kind: string, id: number | string, value: unknown): string =>
    JSON.stringify({ record: kind, id, value });
  for (const id of customers) {
    const customer = book.load(id);
    const { lots, months, work } = book.ledger(customer, nowMs);
    yield record('customer', id, customer);
    yield record('ledger', id, { lots, months, work });
  }
  const tickets = [...scan.whole].sort((a, b) => a - b);
  for (const id of tickets) {
    const ticket = foldTicket(events.ofTicket(id).events, nowMs);
    if (ticket !== null) yield record('ticket', id, ticket);
  }
  for (const { about, text } of rows.others('handover_event')) {
    const { items = [], item } = JSON.parse(text) as { items?: Item[]; item?: Item };
    for (const one of [...items, ...(item === undefined ? [] : [item])]) {
      if (scan.whole.has(Number(one['ticketId'] ?? 0))) yield record('handoverItem', about, one);
    }
  }
  const seqs = new Set([
    ...customers.flatMap((id) => rows.eventsOf('customer', id).map(({ seq }) => seq)),
    ...tickets.flatMap((id) => rows.eventsOf('ticket', id).map(({ seq }) => seq)),
    ...scan.mentions.keys(),
  ]);
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const row = raw.get(seq);
    if (row === undefined) continue;
    const cells = Object.entries(row).map(([name, cell]) => [name, toJson(cell)]);
    yield JSON.stringify({ table: 'event', row: Object.fromEntries(cells) });
  }
}

type Order = {
  readonly to: string;
  readonly scan: Scan;
  readonly subject: Subject;
  readonly name: string;
  readonly nowMs: InstantMs;
};

/** Writes them whole or not at all, for its owner alone; gives the number of lines. */
export const writePersonal = (parts: Parts, { to, scan, subject, name, nowMs }: Order): number => {
  const partial = partialPath(to);
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let lines = 0;
  let handle: number | null = null;
  try {
    handle = openSync(partial, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    const header = { format: PERSONAL_FORMAT, version: PERSONAL_VERSION, schema: SCHEMA_VERSION, vigie: version };
    const of = { scope: subject.scope, name };
    writeSync(handle, `${JSON.stringify({ ...header, exportedAt: formatInstant(nowMs), of })}\n`);
    for (const line of linesOf(parts, scan, subject, nowMs)) {
      writeSync(handle, `${line}\n`);
      hash.update(`${line}\n`);
      const kind = /^\{"(?:record|table)":"([a-zA-Z]+)"/.exec(line)?.[1] ?? '';
      counts[kind] = (counts[kind] ?? 0) + 1;
      lines++;
    }
    writeSync(handle, `${JSON.stringify({ lines: counts, sha256: hash.digest('hex') })}\n`);
    closeSync(handle);
    handle = null;
    placeOver(partial, to);
    return lines;
  } catch (error) {
    throw asFileFault(error, to);
  } finally {
    if (handle !== null) closeSync(handle);
    rmSync(partial, { force: true });
  }
};
