// Searches of 200,000 tickets as the worker answers them: the first page of each, with nothing kept from an earlier one, and the counts after it.
import { CALLER, openBench } from './core-bench.mjs';
import { median, percentile, result } from './measure.mjs';

const RUNS = 11;

/** One letter that begins a word of nine tenths of all tickets; one word of three quarters, of a fourteenth, of one; several; none. */
const TEXTS = ['a', 'agent', 'tunnel', 'CAV-150000', 'tunnel agent', 'nat agent iroise', 'iroise', 'vpn'];

const SORTS = [
  { by: 'rank', isDescending: false },
  { by: 'opened', isDescending: true },
  { by: 'due', isDescending: false },
];

export const measureSearch = async (core, database, nowMs) => {
  const { opened, route } = await openBench(core, database, nowMs);
  const timedCall = async (name, input) => {
    const startMs = performance.now();
    const reply = await route(name, input, CALLER);
    const tookMs = performance.now() - startMs;
    if (!reply.ok) throw new Error(`no ${name}: ${JSON.stringify(reply).slice(0, 200)}`);
    return { tookMs, value: reply.value };
  };
  const found = {};
  const all = [];
  for (const view of ['open', 'all']) {
    for (const text of TEXTS) {
      const filter = { ...core.EMPTY_FILTER, view, text };
      const countTimes = [];
      const worstOfText = [];
      let total = 0;
      for (const sort of SORTS) {
        const times = [];
        for (let i = 0; i <= RUNS; i++) {
          // A commit: what was kept of earlier searches is gone.
          opened.database.write(() => {});
          const page = await timedCall('queue:get-page', { filter, sort, offset: 0, limit: 100 });
          const counts = await timedCall('queue:get-counts', { filter });
          total = page.value.total;
          if (i === 0) continue;
          times.push(page.tookMs);
          countTimes.push(counts.tookMs);
        }
        all.push(...times);
        worstOfText.push([sort.by, median(times)]);
      }
      const note = `${total} found; ${worstOfText.map(([by, ms]) => `${by} ${ms.toFixed(1)}`).join(', ')}; counts after it ${median(countTimes).toFixed(1)} ms`;
      found[`search: '${text}' in ${view}, slowest order`] = result({
        ours: Math.max(...worstOfText.map(([, ms]) => ms)),
        unit: 'ms',
        n: RUNS,
        note,
      });
    }
  }
  found['search: p95 of all pages'] = result({
    ours: percentile(all, 0.95),
    unit: 'ms',
    n: all.length,
    note: 'limit 50 ms of worker time',
  });
  opened.close();
  return found;
};
