import { createFileReading, type FileReading } from './file-reading.ts';
import { freshdeskKind } from './freshdesk-kinds.ts';
import { createFreshdeskAssembler, type FreshdeskStore } from './freshdesk-ticket.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { isRecord, recordsOf } from './json-table.ts';
import type { Intake, ReadOptions } from './profile.ts';
import { toldJson, type ToldRecord } from './told-record.ts';

/** Reads Freshdesk's API answers: tickets, their conversations, companies, groups, people, in any order. */
export const createFreshdeskRecords = (options: ReadOptions) => {
  const store: FreshdeskStore = {
    tickets: new Map(),
    conversations: new Map(),
    names: { company: new Map(), group: new Map(), person: new Map() },
  };
  const { tickets, conversations, names } = store;

  const takeConversation = (record: ToldRecord, ticketId: string | null): void => {
    if (ticketId === null) {
      record.file.error(record.line, 'is a comment that tells no ticket');
      return;
    }
    const known = conversations.get(ticketId);
    if (known) known.push(record);
    else conversations.set(ticketId, [record]);
  };

  const takeTicket = (raw: Readonly<Record<string, unknown>>, file: FileReading, line: number): void => {
    const record = toldJson(raw, file, line);
    const reference = record.id('id');
    if (reference === null) {
      file.error(line, 'has no id, so it belongs to no ticket');
      return;
    }
    const before = tickets.get(reference);
    if (before !== undefined && JSON.stringify(before.raw) !== JSON.stringify(raw)) {
      file.warn(
        line,
        `${reference} was told already by record ${before.record.line} of '${before.record.file.name}'; the later one was taken`,
      );
    }
    tickets.set(reference, { record, raw });
    const embedded = raw['conversations'];
    if (Array.isArray(embedded)) for (const each of embedded) takeConversation(toldJson(each, file, line), reference);
  };

  const take = (raw: unknown, file: FileReading, line: number): void => {
    const kind = freshdeskKind(raw);
    const record = toldJson(raw, file, line);
    if (kind === null || !isRecord(raw)) {
      file.error(line, 'is no record of Freshdesk that Vigie knows');
    } else if (kind === 'ticket') {
      takeTicket(raw, file, line);
    } else if (kind === 'conversation') {
      takeConversation(record, record.id('ticket_id'));
    } else {
      const id = record.id('id');
      const name = record.text('name') ?? toldJson(raw['contact'], file, line).text('name');
      if (id !== null && name !== null) names[kind].set(id, name);
    }
  };

  return {
    open: (name: string, value: unknown): Intake => {
      const records = recordsOf(value);
      if (records.length > 0 && !records.some((record) => freshdeskKind(record) !== null)) {
        return { kind: 'refused', missing: ['id', 'subject', 'status', 'created_at'] };
      }
      const file = createFileReading(name, options);
      return { kind: 'records', records, take: (record, line) => take(record, file, line) };
    },
    *finish(): Generator<ImportedTicket | null> {
      const assemble = createFreshdeskAssembler(store, options);
      for (const [reference, ticket] of tickets) yield assemble(reference, ticket);
      for (const [reference, [first]] of conversations) {
        if (!tickets.has(reference))
          first?.file.warn(first.line, `belongs to ticket ${reference}, which no file tells; left out`);
        yield null;
      }
    },
  };
};
