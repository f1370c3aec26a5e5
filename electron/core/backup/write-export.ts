import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs';
import { version } from '../../../package.json';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportFooter,
  type ExportHeader,
} from '../../../shared/backup/export-format.ts';
import { formatInstant, type InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import { asFault } from '../db/sqlite-fault.ts';
import { exportLines, type OnDamage } from './export-lines.ts';
import { openReadOnly, type ReadOnly } from './open-read-only.ts';
import type { Steps } from './steps.ts';
import { asFileFault, partialPath, placeNew, refuseExisting } from './whole-file.ts';

const BUFFER_BYTES = 1 << 20;

/** Text into a file through a buffer. */
const writerTo = (handle: number) => {
  let waiting: string[] = [];
  let length = 0;
  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    waiting = [];
    length = 0;
  };
  return {
    flush,
    write: (text: string): void => {
      waiting.push(text);
      length += text.length;
      if (length >= BUFFER_BYTES) flush();
    },
  };
};

function* writeLines(
  { connection, schema }: ReadOnly,
  handle: number,
  nowMs: InstantMs,
  isSalvaged: boolean,
): Steps<ExportFooter> {
  const { write, flush } = writerTo(handle);
  const lost: Record<string, string> = {};
  const onDamage: OnDamage = (table, error) => {
    lost[table] = error instanceof Error ? error.message : String(error);
  };
  const header: ExportHeader = {
    ...{ format: EXPORT_FORMAT, version: EXPORT_VERSION, schema },
    ...{ vigie: version, exportedAt: formatInstant(nowMs), isSalvaged },
  };
  write(`${JSON.stringify(header)}\n`);
  const { rows, sha256 } = yield* exportLines(connection, write, isSalvaged ? onDamage : null);
  const footer: ExportFooter = { rows, sha256, lost };
  write(`${JSON.stringify(footer)}\n`);
  flush();
  return footer;
}

type Wanted = { readonly clock: PresentClock; readonly isSalvaged?: boolean };

/**
 * Writes everything that a database holds as JSON lines (docs/data-formats.md), one state of it while others work with it. Never writes over
 * a file; stopped or failed, it leaves none.
 */
export function* writeExport(from: string, to: string, { clock, isSalvaged = false }: Wanted): Steps<ExportFooter> {
  refuseExisting(to);
  const source = openReadOnly(from);
  const partial = partialPath(to);
  let handle: number | null = null;
  try {
    handle = openSync(partial, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    source.connection.exec('BEGIN');
    const footer = yield* writeLines(source, handle, clock.nowMs(), isSalvaged);
    closeSync(handle);
    handle = null;
    placeNew(partial, to);
    return footer;
  } catch (error) {
    throw asFault(asFileFault(error, to), from);
  } finally {
    if (handle !== null) closeSync(handle);
    source.connection.close();
    rmSync(partial, { force: true });
  }
}
