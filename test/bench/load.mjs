// `npm run bench:load -- --db FILE [--only PART,...] [--json]`: how the core answers on a large database that `vigie seed` made, as a worker
// does, with memory after each part. It writes into that database (notes, assignments). Wall time and processor time stand side by side:
// on a busy machine the second is the truer one.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { builtCore, loadCore } from './bundle.mjs';
import { AGENT, partsOf } from './load-parts.mjs';
import { median, percentile } from './measure.mjs';

const { values } = parseArgs({
  options: {
    ...{ db: { type: 'string' }, only: { type: 'string' }, match: { type: 'string' } },
    ...{ json: { type: 'boolean' }, child: { type: 'boolean' } },
  },
});
if (values.db === undefined) {
  process.stderr.write('bench:load: --db names a database that `vigie seed` made\n');
  process.exit(2);
}

// The builder's memory is not to be measured: the core runs in a process of its own.
if (values.child !== true) {
  await loadCore();
  const args = ['--expose-gc', import.meta.filename, '--child', ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

/** Forgets what the system keeps of files, where it may: what follows is read from the disk. */
const coldDisk = () => {
  try {
    execFileSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
};

const rssMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

/** The longest that nothing else was answered while `action` ran, in ms. */
const longestBlock = async (action) => {
  let lastMs = performance.now();
  let most = 0;
  const look = () => {
    const nowMs = performance.now();
    most = Math.max(most, nowMs - lastMs);
    lastMs = nowMs;
  };
  const timer = setInterval(look, 1);
  await action();
  look();
  clearInterval(timer);
  return most;
};

const isCold = coldDisk();
const core = await builtCore();
const startMs = performance.now();
const probe = core.openCore({
  path: values.db,
  clock: { nowMs: () => 0 },
  log: core.silentLog,
  notify: () => {},
  recordedBy: { actor: 'bench', workstation: 'bench' },
  mustExist: true,
});
const recorded = probe.database.connection
  .prepare('SELECT recorded_at_ms FROM event ORDER BY seq DESC LIMIT 1')
  .pluck()
  .get();
probe.close();
const probedMs = performance.now() - startMs;
const nowMs = recorded + 1_000;
const rows = [];
const tell = (row) => {
  rows.push(row);
  const ms = (value) => (value === undefined ? '' : value.toFixed(1));
  const isOver = row.limitMs !== undefined && row.medianMs > row.limitMs;
  const text = `${row.name.padEnd(52)} first ${ms(row.firstMs).padStart(9)}  median ${ms(row.medianMs).padStart(9)}  worst ${ms(row.worstMs).padStart(9)}  cpu ${ms(row.cpuMs).padStart(9)}${row.blockMs === undefined ? '' : `  block ${ms(row.blockMs)}`}${row.limitMs === undefined ? '' : `  limit ${row.limitMs}${isOver ? ' MISSED' : ''}`}\n`;
  (values.json === true ? process.stderr : process.stdout).write(text);
};

const problems = [];
const opening = performance.now();
const opened = core.openCore({
  path: values.db,
  clock: { nowMs: () => nowMs },
  log: (level, event, facts) => void (level === 'error' && problems.push({ event, facts })),
  notify: () => {},
  recordedBy: { actor: 'bench', workstation: 'bench' },
  mustExist: true,
});
const route = core.createRouter('core', opened.handlers, (level, event, facts) => {
  if (level === 'error' || level === 'warn') problems.push({ event, facts });
});
const openedMs = performance.now() - opening;
await core.warmUp(route);
tell({
  name: `open${isCold ? ', disk cold' : ''}`,
  firstMs: probedMs,
  medianMs: openedMs,
  worstMs: openedMs,
  cpuMs: 0,
});
tell({ name: 'open and first page, as the worker', firstMs: performance.now() - opening });

const ask = async ({ call, input, caller = AGENT }, i) => {
  const reply = await route(call, typeof input === 'function' ? input(i) : input, caller);
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.error)} ${JSON.stringify(problems.at(-1))}`);
};

const measure = async (one) => {
  const times = [];
  let cpuMs = 0;
  let blockMs;
  for (let i = 0; i <= one.runs; i++) {
    if (one.isAfterCommit === true) opened.database.write((writer) => writer.touched());
    const before = process.cpuUsage();
    const fromMs = performance.now();
    if (one.isBlockWatched === true) blockMs = Math.max(blockMs ?? 0, await longestBlock(() => ask(one, i)));
    else await ask(one, i);
    times.push(performance.now() - fromMs);
    const { user, system } = process.cpuUsage(before);
    if (i > 0) cpuMs += (user + system) / 1000;
  }
  const [firstMs, ...others] = times;
  tell({
    ...{ name: one.name, firstMs, medianMs: median(others), worstMs: percentile(others, 1), cpuMs: cpuMs / one.runs },
    ...{ blockMs, limitMs: one.limitMs },
  });
};

const parts = partsOf(core, nowMs);
const wanted = values.only?.split(',') ?? Object.keys(parts);
const match = new RegExp(values.match ?? '');
for (const part of wanted) {
  coldDisk();
  for (const one of parts[part] ?? []) {
    if (!match.test(one.name)) continue;
    try {
      await measure(one);
    } catch (error) {
      process.stderr.write(`bench:load: ${one.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const memory = `memory after ${part}: ${rssMb().toFixed(0)} MB; load ${loadavg()[0]?.toFixed(1)}\n`;
  (values.json === true ? process.stderr : process.stdout).write(memory);
}
opened.close();
if (values.json === true) process.stdout.write(`${JSON.stringify(rows)}\n`);
