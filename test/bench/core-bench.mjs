// The core without a window: pages of 100,000 tickets and the import of 100,000 log rows, each against the sqlite3 shell.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.mjs';
import { median, percentile, result, tell, timed } from './measure.mjs';

const LOG = join(root, 'test/fixtures/servicenow-incident-log/incident_event_log_dev.csv');
const ROWS = 100_000;
const PAGE = 100;
export const CALLER = { actor: { name: 'bench', role: 'agent', level: 'L1' }, windowId: 1, selections: {} };
export const NOT_THERE = 'the sqlite3 shell is not installed';

export const hasShell = spawnSync('sqlite3', ['--version']).status === 0;

/** Milliseconds that the sqlite3 shell takes for a script. */
export const shellMs = (database, script) => {
  const startMs = performance.now();
  const { status, stderr } = spawnSync('sqlite3', [database], { input: script, maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`sqlite3: ${stderr}`);
  return performance.now() - startMs;
};

export const seedDatabase = async (core, path, count, nowMs, openShare) => {
  tell(`making ${count} tickets in ${path}`);
  const opened = core.openCore({
    path,
    clock: { nowMs: () => nowMs },
    log: core.silentLog,
    notify: () => {},
    recordedBy: { actor: 'bench', workstation: 'bench' },
  });
  opened.database.connection.pragma('synchronous = OFF');
  await opened.imports.take(core.seedTickets({ count, seed: 1, nowMs, openShare }));
  opened.close();
};

const PAGES = [
  { view: 'open', by: 'due', isDescending: false, offset: 0 },
  { view: 'open', by: 'due', isDescending: false, offset: 4_000 },
  { view: 'all', by: 'due', isDescending: false, offset: 0 },
  { view: 'all', by: 'due', isDescending: false, offset: 50_000 },
  { view: 'all', by: 'due', isDescending: false, offset: 99_900 },
  { view: 'all', by: 'opened', isDescending: true, offset: 50_000 },
];

const ORDER = {
  due: 'queue_group, queue_key, reference, ticket_id',
  opened: 'opened_at_ms DESC, reference DESC, ticket_id DESC',
};

const selectOf = ({ view, by, offset }) => {
  const where = view === 'open' ? 'queue_group < 4' : 'TRUE';
  return `SELECT ticket_id, reference, title, customer, tier, priority, state, level, assignee, opened_at_ms, resolution, first_response FROM ticket WHERE ${where} ORDER BY ${ORDER[by]} LIMIT ${PAGE} OFFSET ${offset};\n`;
};

const nameOf = ({ view, by, offset }) => `${view} by ${by} from ${offset}`;

/** A database as the worker has it open, and the way calls come to it; `warmUpMs` is what the worker's own first page took. */
export const openBench = async (core, database, nowMs) => {
  const opened = core.openCore({
    path: database,
    clock: { nowMs: () => nowMs },
    log: core.silentLog,
    notify: () => {},
    recordedBy: { actor: 'bench', workstation: 'bench' },
    mustExist: true,
  });
  const route = core.createRouter('core', opened.handlers, core.silentLog);
  const startMs = performance.now();
  await core.warmUp(route);
  return { opened, route, warmUpMs: performance.now() - startMs };
};

/** A page as the worker answers it: router, checks of input and output, total and rows. */
export const measurePages = async (core, database, nowMs) => {
  const { opened, route, warmUpMs } = await openBench(core, database, nowMs);
  const found = {};
  const worst = [];
  for (const page of PAGES) {
    const { view, by, isDescending, offset } = page;
    const input = { filter: { ...core.EMPTY_FILTER, view }, sort: { by, isDescending }, offset, limit: PAGE };
    const timings = [];
    for (let i = 0; i < 31; i++) {
      const startMs = performance.now();
      const reply = await route('queue:get-page', input, CALLER);
      timings.push(performance.now() - startMs);
      if (!reply.ok || reply.value.rows.length !== PAGE)
        throw new Error(`no page: ${JSON.stringify(reply).slice(0, 200)}`);
    }
    worst.push(percentile(timings.slice(1), 0.95));
    const repeat = 200;
    const script = selectOf(page).repeat(repeat);
    const emptyMs = hasShell ? await timed(3, () => shellMs(database, 'SELECT 1;\n')) : 0;
    const peer = hasShell ? ((await timed(3, () => shellMs(database, script))) - emptyMs) / repeat : null;
    const note = `first ${timings[0].toFixed(1)} ms${hasShell ? '; peer: the same SELECT, no total, text to a pipe' : `; ${NOT_THERE}`}`;
    found[`page: ${nameOf(page)}`] = result({ ours: median(timings.slice(1)), peer, unit: 'ms', n: 30, note });
  }
  const counts = await timed(11, () =>
    route('queue:get-counts', { filter: { ...core.EMPTY_FILTER, view: 'all' } }, CALLER),
  );
  found['page: the worker’s own first, before any window asks'] = result({ ours: warmUpMs, unit: 'ms', n: 1 });
  found['page: worst p95'] = result({
    ours: Math.max(...worst),
    unit: 'ms',
    n: 30,
    note: 'limit 10 ms of worker time',
  });
  found['page: counts of all views, states, tiers, assignees'] = result({ ours: counts, unit: 'ms', n: 11 });
  opened.close();
  return found;
};

/** The developer part of the incident log again and again under other numbers, cut to as many rows as wanted. */
const writeLog = (path) => {
  const [header, ...rows] = readFileSync(LOG, 'utf8').trim().split('\n');
  const lines = [header];
  for (let copy = 0; lines.length <= ROWS; copy++) {
    for (const row of rows) {
      if (lines.length > ROWS) break;
      lines.push(row.replace(/^INC/, `INC${copy}-`));
    }
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
};

export const measureImport = async (core, folder, nowMs) => {
  const csv = join(folder, 'log.csv');
  writeLog(csv);
  const timings = [];
  let note = '';
  for (let i = 0; i < 3; i++) {
    const path = join(folder, `import-${i}.db`);
    const opened = core.openCore({
      path,
      clock: { nowMs: () => nowMs },
      log: core.silentLog,
      notify: () => {},
      recordedBy: { actor: 'bench', workstation: 'bench' },
    });
    const order = {
      paths: [csv],
      profile: 'servicenow-log',
      zone: 'Europe/Paris',
      tierMapPath: null,
      levelMapPath: null,
    };
    const startMs = performance.now();
    const report = await opened.imports.run(order, { signal: new AbortController().signal, onProgress: () => {} });
    timings.push(performance.now() - startMs);
    note = `${report.rows} rows, ${report.tickets.new} tickets, ${report.events} events; limit 20 s`;
    opened.close();
    rmSync(path);
  }
  const peerRuns = [];
  for (let i = 0; hasShell && i < 3; i++) {
    const path = join(folder, `peer-${i}.db`);
    peerRuns.push(shellMs(path, `.import --csv ${csv} log\n`));
    rmSync(path);
  }
  rmSync(csv);
  const peer = hasShell ? median(peerRuns) : null;
  const about = hasShell ? 'peer: .import of the same CSV, text cells only, no index' : NOT_THERE;
  return {
    'import: 100,000 log rows': result({ ours: median(timings), peer, unit: 'ms', n: 3, note: `${note}; ${about}` }),
  };
};
