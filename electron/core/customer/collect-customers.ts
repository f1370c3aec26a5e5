import { setImmediate as later } from 'node:timers/promises';
import type { Zone } from '../../../shared/calendar/zone.ts';
import { CUSTOMER_COLUMNS, readCustomerLine, type CustomerLine } from '../../../shared/customer/customer-line.ts';
import { locateColumns, missingColumns } from '../../../shared/import/columns.ts';
import type { LineIssue } from '../../../shared/import/imported-ticket.ts';
import { createTimeReader } from '../../../shared/import/read-time.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { TierId } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { checkFile } from '../import/check-file.ts';
import { inspectFile, type InspectedFile } from '../import/inspect-file.ts';
import { namesFound } from '../import/names-found.ts';
import { takeRows } from '../import/take-rows.ts';

/** A desk has hundreds of customers; more lines than this are another file. */
const MOST_ROWS = 20_000;

type Options = {
  readonly tiers: readonly TierId[];
  /** Zone of dates. */
  readonly zone: Zone;
  readonly nowMs: InstantMs;
  readonly onError: (issue: LineIssue) => void;
  readonly onWarning: (issue: LineIssue) => void;
};

type Row = { readonly cells: readonly string[]; readonly line: number };

/** A list's columns, and the order of day and month that its dates are in. */
const readFile = async (file: InspectedFile, options: Options): Promise<{ lines: CustomerLine[]; rows: number }> => {
  const { name, head } = file;
  if (head.kind !== 'table') {
    throw new VigieError('customer/not-a-table', `'${name}' is not a table: save the list of customers as CSV.`);
  }
  const columns = locateColumns(head.names, CUSTOMER_COLUMNS);
  const missing = missingColumns(columns, CUSTOMER_COLUMNS, ['name']);
  if (missing.length > 0) {
    throw new VigieError(
      'customer/no-columns',
      `'${name}' has no column '${missing.join("', '")}' (found: ${namesFound(head.names)}): name its columns, for example name,tier,since.`,
    );
  }
  const times = createTimeReader(options.zone);
  const kept: Row[] = [];
  const rows = await takeRows(
    file,
    {
      kind: 'rows',
      take: (cells, line) => {
        if (kept.length >= MOST_ROWS) {
          throw new VigieError('customer/too-many-rows', `'${name}' has more than ${MOST_ROWS} lines: split it.`);
        }
        const since = columns.cell(cells, 'since');
        if (since !== null) times.note('since', since);
        kept.push({ cells, line });
      },
    },
    {
      signal: new AbortController().signal,
      onBytes: () => undefined,
      pause: async () => void (await later()),
      onError: options.onError,
      onWarning: options.onWarning,
    },
  );
  for (const { kind } of times.doubts()) {
    const reason =
      kind === 'mixed'
        ? 'the dates mix day/month and month/day; where both are possible the day was taken as first'
        : 'the dates do not tell whether day or month comes first; the day was taken as first';
    options.onWarning({ file: name, line: 1, reason });
  }
  const { tiers, nowMs } = options;
  const lines = kept.flatMap(({ cells, line }) => {
    const reading = readCustomerLine(columns, cells, {
      ...{ file: name, line, tiers, nowMs, readTime: (text: string) => times.read('since', text) },
    });
    if (reading.kind === 'line') return [reading.line];
    options.onError({ file: name, line, reason: reading.reason });
    return [];
  });
  return { lines, rows };
};

/** Reads lists of customers; a bad line costs that line, and a file that is none is a VigieError. */
export const collectCustomers = async (
  paths: readonly string[],
  options: Options,
): Promise<{ readonly lines: readonly CustomerLine[]; readonly rows: number }> => {
  const lines: CustomerLine[] = [];
  let rows = 0;
  for (const path of paths) {
    const file = await inspectFile(await checkFile(path), new AbortController().signal);
    const read = await readFile(file, options);
    lines.push(...read.lines);
    rows += read.rows;
  }
  return { lines, rows };
};
