// `npm run soak [-- --hours 24] [--db FILE] [--json]`: a day of work on the core in minutes, its clock driven: every half minute of that day
// somebody looks, searches, writes, imports, reports; timers fire as they fall due. Memory after a collection, what is open and how large the
// files are stand at every hour; at the end they are held against what they were after a quarter of the time. Ends with 1 where something grew.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtCore, loadCore } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    ...{ hours: { type: 'string' }, db: { type: 'string' }, json: { type: 'boolean' } },
    ...{ tickets: { type: 'string' }, child: { type: 'boolean' } },
  },
});

// The builder's memory is not to be measured: the core runs in a process of its own.
if (values.child !== true) {
  await loadCore();
  const args = ['--expose-gc', import.meta.filename, '--child', ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STEP_MS = 30_000;
const hours = Number(values.hours ?? 24);
/** What may be kept more at the end than after a quarter: the log of the day itself, of which indexes in memory are made. */
const MOST_HEAP_MB = 12;
const MOST_WAL_MB = 64;

const core = await builtCore();
const folder = mkdtempSync(join(tmpdir(), 'vigie-soak-'));
const path = values.db ?? join(folder, 'soak.db');

let wallMs = Math.floor(Date.now() / 1000) * 1000;
let monoMs = 0;
const timers = new Set();
const scheduler = {
  monotonicMs: () => monoMs,
  after: (ms, run) => {
    const timer = { at: monoMs + ms, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  },
};
const pass = (ms) => {
  const end = monoMs + ms;
  for (;;) {
    let first = null;
    for (const timer of timers) if (first === null || timer.at < first.at) first = timer;
    if (first === null || first.at > end) break;
    timers.delete(first);
    wallMs += first.at - monoMs;
    monoMs = first.at;
    first.run();
  }
  wallMs += end - monoMs;
  monoMs = end;
};

const heard = new Map();
const problems = new Map();
const opened = core.openCore({
  path,
  clock: { nowMs: () => wallMs },
  scheduler,
  log: (level, event) => void (level === 'error' && problems.set(event, (problems.get(event) ?? 0) + 1)),
  notify: (name) => void heard.set(name, (heard.get(name) ?? 0) + 1),
  recordedBy: { actor: 'agent 07', workstation: 'soak' },
});
const { connection } = opened.database;
if (connection.prepare('SELECT count(*) FROM (SELECT 1 FROM ticket LIMIT 1)').pluck().get() === 0) {
  connection.pragma('synchronous = OFF');
  await opened.imports.take(
    core.seedTickets({ count: Number(values.tickets ?? 20_000), seed: 5, nowMs: wallMs, openShare: 0.1 }),
  );
  connection.pragma('synchronous = FULL');
}
const refused = new Map();
const route = core.createRouter('core', opened.handlers, core.silentLog);
const selections = {};
const as = (role, name) => ({ actor: { name, role, level: 'L1' }, windowId: 1, selections });
const AGENT = as('agent', 'agent 07');
const LEAD = as('lead', 'lead 01');
const calls = new Map();
const call = async (name, input, caller = AGENT) => {
  calls.set(name, (calls.get(name) ?? 0) + 1);
  const reply = await route(name, input, caller);
  if (reply.ok) return reply.value;
  const key = `${name} ${reply.error.code}`;
  refused.set(key, (refused.get(key) ?? 0) + 1);
  return null;
};

let seed = 7;
const random = (most) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * most);
};
const pick = (list) => list[random(list.length)];
const VIEWS = [
  'open',
  'mine',
  'myLevel',
  'unassigned',
  'waiting',
  'breached',
  'atRisk',
  'all',
  'finished',
  'escalated',
];
const DUE = { by: 'due', isDescending: false };
const filter = (facts) => ({ ...core.EMPTY_FILTER, ...facts });
const NEW = {
  ...{ customer: 'Banque Vercors', title: 'VPN down', description: null, category: 'incident', isBeta: false },
  ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
  ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: null },
};
const order = (ids, command) => ({ targets: ids.map((id) => ({ id, expectedVersion: null })), commands: [command] });

/** An export of another desk with some rows of the day, as a file that was chosen. */
const writeImport = (hour) => {
  const file = join(folder, 'import.csv');
  const lines = Array.from({ length: 200 }, (_, i) =>
    [
      `SOAK-${hour}-${i}`,
      `Import ${i}`,
      'open',
      'P3',
      pick(['Banque Vercors', 'Clinique Artois']),
      new Date(wallMs - i * MINUTE_MS).toISOString(),
    ].join(','),
  );
  writeFileSync(file, ['reference,title,state,priority,customer,opened', ...lines].join('\n'));
  selections['00000000-0000-4000-8000-000000000001'] = { use: 'read', paths: [file] };
  return '00000000-0000-4000-8000-000000000001';
};

/** What happens in half a minute of the desk, and what the windows ask because of it. */
const work = async (step) => {
  const view = pick(VIEWS);
  const sort = pick([DUE, DUE, { by: 'opened', isDescending: true }, { by: 'priority', isDescending: false }]);
  const page = await call('queue:get-page', { filter: filter({ view }), sort, offset: random(3) * 100, limit: 100 });
  await call('queue:get-counts', { filter: filter({ view }) });
  const ids = page?.rows.map(({ id }) => id) ?? [];
  if (ids.length > 0) {
    const id = pick(ids);
    await call('ticket:get-detail', { id });
    await call('draft:save', { key: `ticket:${id}`, body: `Draft ${step}` });
    if (step % 2 === 0) await call('ticket:run-commands', order([id], { kind: 'note', text: `Remark ${step}` }));
    if (step % 5 === 0) await call('ticket:run-commands', order([id], { kind: 'take' }));
    if (step % 7 === 0) await call('ticket:run-commands', order([id], { kind: 'resolve', text: 'Done' }));
    if (step % 9 === 0)
      await call('ticket:run-commands', order(ids.slice(0, 50), { kind: 'assign', assignee: `agent 0${random(9)}` }));
    if (step % 18 === 0) await call('command:undo', { commandId: null });
  }
  if (step % 3 === 0) await call('ticket:create', { ...NEW, title: `VPN down ${step}` });
  for (const text of ['t', 'tu', 'tunnel', `agent 0${random(9)}`]) {
    if (step % 4 === 0)
      await call('queue:get-page', {
        filter: filter({ view, text }),
        sort: { by: 'rank', isDescending: false },
        offset: 0,
        limit: 100,
      });
  }
  if (step % 4 === 0) await call('palette:search', { text: `CAV-1${random(9000)}` });
  if (step % 2 === 0) await call('wall:get', {}, LEAD);
  if (step % 10 === 0) await call('queue:forecast', {});
  if (step % 10 === 0)
    await call(
      'audit:list',
      {
        filter: { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null },
        before: null,
        limit: 100,
      },
      LEAD,
    );
  if (step % 20 === 0) {
    const list = await call('watch:list', {});
    const alarmIds = list?.alarms.slice(0, 5).map(({ id }) => id) ?? [];
    if (alarmIds.length > 0) await call('watch:snooze', { alarmIds, untilMs: wallMs + 10 * MINUTE_MS });
    await call('watch:mark-seen', { alarmIds: null });
  }
  if (step % 30 === 0)
    await call('coaching:list', {
      fromMs: wallMs - 3 * 24 * HOUR_MS,
      toMs: wallMs + 4 * 24 * HOUR_MS,
      experts: null,
      customerId: null,
    });
  if (step % 30 === 0) await call('customer:list', { text: 'a', tier: null });
  if (step % 30 === 15) await call('handover:preview', { untilMs: wallMs + 8 * HOUR_MS });
  if (step % 60 === 0) {
    const report = {
      fromMs: wallMs - 30 * 24 * HOUR_MS,
      toMs: wallMs,
      filter: filter({ view: 'all' }),
      asOfMs: null,
      step: 'day',
      compare: true,
    };
    await call('report:get', report, LEAD);
  }
  if (step % 240 === 120) {
    const selectionId = writeImport(step);
    await call('import:run', {
      selectionId,
      tierMapId: null,
      levelMapId: null,
      profile: 'generic',
      zone: 'Europe/Paris',
    });
  }
  if (step % 480 === 240)
    await call('queue:get-page', {
      filter: filter({ view: 'open' }),
      sort: DUE,
      offset: 0,
      limit: 100,
      asOfMs: wallMs - HOUR_MS,
    });
};

const sizeMb = (file) => (existsSync(file) ? statSync(file).size / 2 ** 20 : 0);
const openFiles = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : null);
const look = async (hour) => {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc();
  }
  const { heapUsed, rss, external } = process.memoryUsage();
  return {
    hour,
    heapMb: heapUsed / 2 ** 20,
    externalMb: external / 2 ** 20,
    rssMb: rss / 2 ** 20,
    ...{ timers: timers.size, files: openFiles(), handles: process.getActiveResourcesInfo().length },
    ...{ walMb: sizeMb(`${path}-wal`), dbMb: sizeMb(path), events: opened.events.lastSeq(), load: loadavg()[0] },
  };
};

const began = performance.now();
await call('watch:follow', { rules: { ...core.DEFAULT_WATCH_RULES } });
const looks = [];
const steps = Math.round((hours * HOUR_MS) / STEP_MS);
const perHour = HOUR_MS / STEP_MS;
for (let step = 1; step <= steps; step++) {
  pass(STEP_MS);
  await work(step);
  if (step % perHour !== 0) continue;
  const seen = await look(step / perHour);
  looks.push(seen);
  if (values.json !== true) {
    const told = Object.entries(seen).map(
      ([name, value]) => `${name} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`,
    );
    process.stdout.write(`${told.join('  ')}\n`);
  }
}
opened.close();
rmSync(folder, { recursive: true, force: true });

const quarter = looks[Math.max(0, Math.floor(looks.length / 4) - 1)];
const last = looks.at(-1);
const found = [
  ...(last.heapMb > quarter.heapMb + MOST_HEAP_MB
    ? [`the heap grew from ${quarter.heapMb.toFixed(1)} to ${last.heapMb.toFixed(1)} MB`]
    : []),
  ...(last.externalMb > quarter.externalMb + MOST_HEAP_MB ? ['what lies outside the heap grew'] : []),
  ...(last.timers > quarter.timers + 2 ? [`timers: ${quarter.timers}, then ${last.timers}`] : []),
  ...(last.files !== null && last.files > quarter.files + 2
    ? [`open files: ${quarter.files}, then ${last.files}`]
    : []),
  ...(last.walMb > MOST_WAL_MB ? [`the write-ahead log has ${last.walMb.toFixed(0)} MB`] : []),
  ...[...problems].map(([event, count]) => `logged as an error ${count} times: ${event}`),
  ...[...refused]
    .filter(([key]) => /invalid-input|call\/failed|unknown$/.test(key))
    .map(([key, count]) => `refused ${count} times: ${key}`),
];
const told = {
  looks,
  calls: Object.fromEntries(calls),
  refused: Object.fromEntries(refused),
  notices: Object.fromEntries(heard),
  tookS: (performance.now() - began) / 1000,
  found,
};
process.stdout.write(
  values.json === true ? `${JSON.stringify(told)}\n` : `${JSON.stringify({ ...told, looks: undefined }, null, 1)}\n`,
);
process.exit(found.length === 0 ? 0 : 1);
