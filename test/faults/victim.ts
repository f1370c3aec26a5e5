import { existsSync, rmSync, writeSync } from 'node:fs';
import { makeBackup } from '../../electron/core/backup/make-backup.ts';
import { restoreDatabase } from '../../electron/core/backup/restore-database.ts';
import { NO_HOOKS } from '../../electron/core/backup/steps.ts';
import { machineClock } from '../../electron/core/clock.ts';
import { openCore, type Core } from '../../electron/core/core.ts';
import { silentLog } from '../../electron/core/log.ts';
import type { Caller } from '../../electron/core/router.ts';
import { seededRandom } from '../../electron/core/sample/random.ts';

// A process that runs the core and is killed. It says `ready` before it begins, and `ack` with what was done once that has come back: what it
// said so must be there afterwards, whatever happens to it.

const [mode = '', path = '', more = '', seedText = '1'] = process.argv.slice(2);
const random = seededRandom(Number(seedText));
const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);
const caller: Caller = { actor: { name: 'victim', role: 'lead', level: 'L1' }, windowId: 1, selections: {} };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const open = (): Core =>
  openCore({
    ...{ path, clock: machineClock, log: silentLog, notify: () => {} },
    recordedBy: { actor: 'victim', workstation: 'bench' },
  });

const importAll = async (): Promise<void> => {
  say('ready');
  const core = open();
  const report = await core.imports.run(
    { paths: [more], profile: 'servicenow-log', zone: 'UTC', tierMapPath: null, levelMapPath: null },
    { signal: new AbortController().signal, onProgress: () => {} },
  );
  say('ack', 'import', report.tickets.new);
  core.close();
};

/** One command on many tickets after the other, every fifth of them undone; each says in its text how many it is of. */
const command = (core: Core, number: number): void => {
  const all = core.database.connection.prepare<[], number>('SELECT ticket_id FROM ticket').pluck().all();
  const count = random.between(1, Math.min(60, all.length));
  const first = random.between(0, all.length - count);
  const targets = all.slice(first, first + count).map((id) => ({ id, expectedVersion: null }));
  const { commandId } = core.handlers['ticket:run-commands'](
    { targets, commands: [{ kind: 'note', text: `command ${number} of ${count}` }] },
    caller,
  ) as { commandId: string };
  say('ack', 'command', commandId, count);
  if (number % 5 !== 0) return;
  core.handlers['command:undo']({ commandId }, caller);
  say('ack', 'undo', commandId, count);
};

const commands = async (): Promise<void> => {
  const core = open();
  say('ready');
  for (let number = 1; ; number++) {
    command(core, number);
    await turn();
  }
};

const migrate = (): void => {
  say('ready');
  open().close();
  say('ack', 'migration');
};

const backups = async (): Promise<void> => {
  const core = open();
  say('ready');
  for (let number = 1; ; number++) {
    const to = `${more}/${number}.db`;
    const making = makeBackup(path, to, NO_HOOKS);
    command(core, number);
    await making;
    say('ack', 'backup', to);
    // What is behind the last two has been judged by then: the disk is not filled.
    const old = `${more}/${number - 2}.db`;
    if (existsSync(old)) rmSync(old);
  }
};

/** `more`: two backups in turn. */
const restores = async (): Promise<void> => {
  const sources = more.split(',');
  say('ready');
  for (let number = 0; ; number++) {
    await restoreDatabase(path, sources[number % 2] ?? '', machineClock, NO_HOOKS);
    say('ack', 'restore', number % 2);
  }
};

const MODES: Readonly<Record<string, () => void | Promise<void>>> = {
  import: importAll,
  commands,
  migrate,
  backups,
  restores,
};
const run = MODES[mode];
if (run === undefined) throw new Error(`no mode ${mode}`);
await run();
