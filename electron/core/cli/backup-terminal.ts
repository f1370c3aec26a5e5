import { formatInstant } from '../../../shared/time/instant.ts';
import type { HeldFacts } from '../../../shared/backup/backup.ts';
import type { Hooks, Progress } from '../backup/steps.ts';
import type { Terminal } from './arguments.ts';

const SHOWN_EVERY_MS = 200;

const progressText = ({ phase, done, total }: Progress): string =>
  `${phase} ${total > 0 ? `${Math.floor((100 * done) / total)} %` : done === 0 ? '…' : done}`;

/** Runs something long with its progress on a terminal; Ctrl+C stops it, and it leaves nothing half. */
export const withHooks = async <Result>(
  { err, isInteractive }: Terminal,
  run: (hooks: Hooks) => Promise<Result>,
): Promise<Result> => {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  let shownAtMs = 0;
  const onProgress = (progress: Progress): void => {
    if (!isInteractive || Date.now() - shownAtMs < SHOWN_EVERY_MS) return;
    shownAtMs = Date.now();
    err(`\r\u001b[K${progressText(progress)}`);
  };
  const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    return await run({ signal: stop.signal, onProgress });
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    if (isInteractive) err('\r\u001b[K');
  }
};

/** What a database holds, in a line. */
export const heldText = ({ events, tickets, customers, schema, lastRecordedAtMs }: HeldFacts): string =>
  `${events} events, ${tickets} tickets, ${customers} customers, schema ${schema}, last recorded ${lastRecordedAtMs === null ? 'never' : formatInstant(lastRecordedAtMs)}`;
