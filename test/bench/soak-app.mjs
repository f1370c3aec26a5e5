// `npm run soak:app [-- --rounds 300] [--db FILE] [--json]`: the real window worked without a pause, as nobody's day is: views, searches,
// tickets, notes, wall, reports, round after round. What its page keeps after a collection (heap, nodes, listeners) and what all its processes
// hold stand every so many rounds; they are held against what they were after a quarter. Needs VIGIE_ELECTRON and a display, as the bench.
import { _electron } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './bundle.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, db: { type: 'string' }, json: { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? 300);
const LOOKS = 12;
const MOST_HEAP_MB = 10;
const MOST_NODES = 1_500;
const MOST_LISTENERS = 300;

const folder = mkdtempSync(join(tmpdir(), 'vigie-soak-app-'));
const workspace = values.db === undefined ? ['--sample'] : [`--db=${values.db}`];
const startMs = Date.now();
const app = await _electron.launch({
  executablePath: process.env.VIGIE_ELECTRON,
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...[root, `--user-data=${folder}`, ...workspace, '--size=1366x768', '--language=en'],
  ],
});

/** PSS of a process and all that it started, MB. */
const pssMb = (pid) => {
  const children = (of) =>
    readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        return (
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1] === String(of)
        );
      } catch {
        return false;
      }
    });
  const own = (of) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${of}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  return own(pid) + children(pid).reduce((sum, child) => sum + pssMb(child), 0);
};

const looks = [];
try {
  const page = await app.firstWindow();
  await page.waitForSelector('html[data-app-state="ready"]');
  const readyMs = Date.now() - startMs;
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const look = async (round) => {
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
    const seen = {
      ...{ round, heapMb: of('JSHeapUsedSize') / 2 ** 20, nodes: of('Nodes'), listeners: of('JSEventListeners') },
      pssMb: pssMb(app.process().pid),
    };
    looks.push(seen);
    if (values.json !== true) process.stdout.write(`${JSON.stringify(seen)}\n`);
  };
  const rows = page.getByTestId('queue-row');
  const VIEWS = ['open', 'all', 'waiting', 'open'];
  for (let round = 1; round <= rounds; round++) {
    await page.getByTestId(`view-tab-${VIEWS[round % VIEWS.length]}`).click();
    await rows.first().waitFor();
    await page.keyboard.press('Home');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('ticket-facts').waitFor();
    if (round % 3 === 0) {
      await page.keyboard.press('d');
      const form = page.getByTestId('form-note');
      await form.waitFor();
      await page.keyboard.type(`Round ${round}`);
      await page.keyboard.press('Control+Enter');
      await form.waitFor({ state: 'detached' });
    }
    await page.keyboard.press('Escape');
    await page.getByTestId('ticket-facts').waitFor({ state: 'detached' });
    if (round % Math.max(1, Math.floor(rounds / LOOKS)) === 0) await look(round);
  }
  const quarter = looks[Math.max(0, Math.floor(looks.length / 4) - 1)];
  const last = looks.at(-1);
  const found = [
    ...(last.heapMb > quarter.heapMb + MOST_HEAP_MB ? ['the page keeps more and more'] : []),
    ...(last.nodes > quarter.nodes + MOST_NODES ? ['nodes grow'] : []),
    ...(last.listeners > quarter.listeners + MOST_LISTENERS ? ['listeners grow'] : []),
    ...errors,
  ];
  process.stdout.write(
    `${JSON.stringify({ readyMs, rounds, tookS: (Date.now() - startMs) / 1000, looks: values.json === true ? looks : undefined, found })}\n`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
