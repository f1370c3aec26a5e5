// `npm run bench [-- --json] [-- --only PART,...]`: measures what the issue limits, in one run. It never fails by time: a slow machine is
// no error. The table goes to standard output, or with --json one object {name: {ours, peer, ratio, unit, n, note}}.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCore } from './bundle.mjs';
import { measureCalendar } from './calendar-bench.mjs';
import { measureImport, measurePages, seedDatabase } from './core-bench.mjs';
import { measureInput } from './input-bench.mjs';
import { tell } from './measure.mjs';
import { measureReport } from './report-bench.mjs';
import { measureSearch } from './search-bench.mjs';
import { measureWall } from './wall-bench.mjs';
import { hasWindow, measureMemory, measureStart } from './window-bench.mjs';

const PARTS = ['clock', 'page', 'search', 'report', 'wall', 'import', 'start', 'memory', 'input', 'calendar'];

const toTable = (found) => {
  const cell = (value, unit) => (value === null ? '' : `${value} ${unit}`);
  const rows = Object.entries(found).map(([name, { ours, peer, ratio, unit, note }]) => [
    ...[name, cell(ours, unit), cell(peer, unit), ratio === null ? '' : String(ratio)],
    note,
  ]);
  const table = [['', 'ours', 'peer', 'ours / peer', ''], ...rows];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...table.map((row) => row[i].length)));
  return table
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? PARTS;
const unknown = wanted.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`bench: '${unknown.join(', ')}' is none of ${PARTS.join(', ')}\n`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
const found = {};
try {
  const nowMs = Math.floor(Date.now() / 1000) * 1000;
  const databases = new Map();
  const core = await loadCore();
  const databaseOf = async (count, openShare) => {
    const name = `${count}-${openShare ?? 'usual'}`;
    const known = databases.get(name);
    if (known !== undefined) return known;
    const path = join(folder, `${name}.db`);
    await seedDatabase(core, path, count, nowMs, openShare);
    databases.set(name, path);
    return path;
  };
  const windowParts = ['start', 'memory', 'input', 'calendar'];
  const measure = {
    clock: () => {
      const env = { ...process.env, TZ: 'Europe/Paris' };
      return JSON.parse(
        execFileSync(process.execPath, [join(import.meta.dirname, 'clock-bench.mjs')], { env, encoding: 'utf8' }),
      );
    },
    page: async () => measurePages(core, await databaseOf(100_000), nowMs),
    search: async () => measureSearch(core, await databaseOf(200_000), nowMs),
    report: async () => measureReport(core, await databaseOf(200_000), nowMs),
    wall: async () => measureWall(core, await databaseOf(200_000, 0.1), nowMs),
    import: () => measureImport(core, folder, nowMs),
    start: async () => measureStart(folder, await databaseOf(10_000)),
    memory: async () => measureMemory(folder, await databaseOf(10_000)),
    input: async () => measureInput(folder, await databaseOf(100_000)),
    calendar: () => measureCalendar(folder),
  };
  for (const part of wanted) {
    if (windowParts.includes(part) && !hasWindow) {
      tell(`${part}: left out, for want of an Electron (VIGIE_ELECTRON) or a display`);
      continue;
    }
    tell(part);
    Object.assign(found, await measure[part]());
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${values.json === true ? JSON.stringify(found) : toTable(found)}\n`);
