import { machineClock } from '../clock.ts';
import { queueAsOf, type WireQueue, type WireQueueRow } from '../queue/queue-as-of.ts';
import { readArguments, readCount, readInstant, required, type Command } from './arguments.ts';
import { readCore } from './read-core.ts';

const duration = (seconds: number): string => {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  return `${seconds < 0 ? '-' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

const left = ({ resolution }: WireQueueRow): string =>
  resolution.remainingSeconds === null ? duration(resolution.elapsedSeconds) : duration(resolution.remainingSeconds);

const toText = ({ asOf, total, rows }: WireQueue): string => {
  const cells = rows.map((row) => [
    row.reference,
    row.priority ?? '-',
    row.resolution.state,
    left(row),
    row.resolution.dueAt ?? '-',
    row.tier,
    row.state,
    row.level,
    row.assignee ?? '-',
    row.customer,
  ]);
  const table = [
    ['ticket', 'prio', 'clock', 'left', 'due', 'tier', 'state', 'level', 'assignee', 'customer'],
    ...cells,
  ];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length)));
  const lines = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, `${rows.length} of ${total} tickets as of ${asOf}`, ''].join('\n');
};

/** `queue`: the queue as it stands or stood, from the event log. */
export const queueCommand: Command = async (args, { out }) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      db: { type: 'string' },
      'as-of': { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const asOfMs = readInstant(values['as-of'], 'as-of', machineClock.nowMs());
  const limit = readCount(values.limit, 'limit') ?? Infinity;
  const queue = readCore(required(values.db, 'db'), ({ events, rules }) => queueAsOf(events, rules, asOfMs, limit));
  out(values.json === true ? `${JSON.stringify(queue)}\n` : toText(queue));
  return 0;
};
