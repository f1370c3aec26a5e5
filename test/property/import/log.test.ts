import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { createCsvReader } from '../../../electron/core/import/read-csv.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { servicenowLog } from '../../../shared/import/servicenow-log.ts';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { fixture } from '../../unit/import/collect.ts';

const text = readFileSync(fixture('servicenow-incident-log/incident_event_log_dev.csv'), 'utf8');
const [header = '', ...lines] = text.trimEnd().split('\n');
const names = header.split(',');
const rows = lines.map((line) => line.split(','));

const ticketsOf = (taken: readonly (readonly string[])[]): Map<string, ImportedTicket> => {
  const reader = servicenowLog.createReader({
    zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
    tierOf: (customer) => (customer.endsWith('3') ? 'gold' : undefined),
    levelOf: (group) => (group?.endsWith('0') === true ? 'L2' : undefined),
    nowMs: Date.UTC(2026, 0, 1),
    onError: ({ reason }) => {
      throw new Error(reason);
    },
    onWarning: ({ reason }) => {
      throw new Error(reason);
    },
  });
  const intake = reader.open('log.csv', { kind: 'table', names });
  if (intake.kind !== 'rows') throw new Error(intake.kind);
  taken.forEach((cells, index) => intake.take(cells, index + 2));
  return new Map(
    [...reader.finish()].flatMap((ticket) => (ticket === null ? [] : [[ticket.reference, ticket] as const])),
  );
};

/** Rows of whole incidents: a stretch of the log, without what is cut at either end. */
const incidents = fc.integer({ min: 0, max: rows.length - 200 }).map((from) => {
  const stretch = rows.slice(from, from + 200);
  const [first] = stretch[0] ?? [];
  const [last] = stretch.at(-1) ?? [];
  return stretch.filter(([number]) => number !== first && number !== last);
});

const NUMBER = names.indexOf('number');
const UPDATED = names.indexOf('sys_updated_at');
const COUNT = names.indexOf('sys_mod_count');

/** An incident is in a certain order where no two of its rows share instant and count: the file's order decides those. */
const isCertain = (taken: readonly (readonly string[])[]): ReadonlySet<string> => {
  const keys = new Set<string>();
  const uncertain = new Set<string>();
  for (const cells of taken) {
    const key = [cells[NUMBER], cells[UPDATED], cells[COUNT]].join();
    if (keys.has(key)) uncertain.add(cells[NUMBER] ?? '');
    keys.add(key);
  }
  return uncertain;
};

const bare = (ticket: ImportedTicket | undefined) => ({ ...ticket, line: 0 });

describe('the real log', () => {
  it('gives the same tickets in any order of rows', () => {
    const shuffled = incidents.chain((taken) =>
      fc.tuple(fc.constant(taken), fc.shuffledSubarray(taken, { minLength: taken.length })),
    );
    fc.assert(
      fc.property(shuffled, ([taken, other]) => {
        const [expected, actual, uncertain] = [ticketsOf(taken), ticketsOf(other), isCertain(taken)];
        expect(actual.size).toBe(expected.size);
        for (const [reference, ticket] of expected) {
          if (!uncertain.has(reference)) expect(bare(actual.get(reference))).toEqual(bare(ticket));
        }
      }),
      { numRuns: 40 },
    );
  });

  const accept = (known: readonly TicketEvent[], ticket: ImportedTicket): readonly TicketEvent[] => {
    const decision = decideImport(known, ticket);
    if (decision.kind === 'refused') throw new Error(decision.reason);
    return decision.events;
  };

  it('adds nothing when it is imported again', () => {
    for (const ticket of ticketsOf(rows).values()) {
      const first = accept([], ticket);
      expect(first).toHaveLength(ticket.events.length);
      expect(accept(first, ticket)).toEqual([]);
    }
  });

  it('adds exactly the rest when a later export of it is imported', () => {
    const byNumber = new Map<string, string[][]>();
    for (const cells of rows) {
      const number = cells[NUMBER] ?? '';
      byNumber.set(number, [...(byNumber.get(number) ?? []), cells]);
    }
    const history = fc.constantFrom(...byNumber.values()).chain((taken) => {
      const ordered = [...ticketsOf(taken).values()][0];
      return fc.record({
        taken: fc.constant(taken),
        whole: fc.constant(ordered),
        share: fc.double({ min: 0.1, max: 1, noNaN: true }),
      });
    });
    const whenOf = (cells: readonly string[]): number => {
      const [date = '', time = ''] = (cells[UPDATED] ?? '').split(' ');
      const [day, month, year] = date.split('/').map(Number);
      const [hour, minute] = time.split(':').map(Number);
      return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0);
    };
    fc.assert(
      fc.property(history, ({ taken, whole, share }) => {
        if (whole === undefined) return;
        const times = taken.map(whenOf).toSorted((a, b) => a - b);
        const until = times[Math.floor((times.length - 1) * share)] ?? 0;
        const earlier = ticketsOf(taken.filter((cells) => whenOf(cells) <= until)).get(whole.reference);
        if (earlier === undefined) throw new Error(`nothing of ${whole.reference} by then`);
        const known = accept([], earlier);
        const added = accept(known, whole);
        expect(known.length + added.length).toBe(whole.events.length);
        expect(accept([...known, ...added], whole)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('delimited text', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\r\n', '\t'), maxLength: 6 });
  const tables = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );
  const quoted = (value: string, isForced: boolean): string =>
    isForced || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

  it('is read as csv-parse reads it, however it is cut into blocks', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (table, delimiter, lineEnd, isForced, blockLength) => {
          const content =
            table.map((cells) => cells.map((value) => quoted(value, isForced)).join(delimiter)).join(lineEnd) + lineEnd;
          const read: string[][] = [];
          const reader = createCsvReader(delimiter, {
            onRecord: (cells) => read.push([...cells]),
            onBadLine: (line, reason) => {
              throw new Error(`${line} ${reason}`);
            },
          });
          for (let at = 0; at < content.length; at += blockLength) reader.push(content.slice(at, at + blockLength));
          reader.end();
          const theirs: string[][] = parse(content, { delimiter, relax_column_count: true });
          expect(read).toEqual(theirs.filter((cells) => cells.some((value) => value !== '')));
        },
      ),
      { numRuns: 500 },
    );
  });
});
