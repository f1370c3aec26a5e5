// A report of a year over 200,000 tickets, as the worker answers it, against the sqlite3 shell reading every row once.
import { openBench, CALLER, hasShell, NOT_THERE, shellMs } from './core-bench.mjs';
import { percentile, result, timed } from './measure.mjs';

const DAY_MS = 86_400_000;
const SCAN = `SELECT priority, tier, level, count(*), sum(resolved_at_ms - opened_at_ms), sum(breach_after_ms IS NOT NULL)
  FROM ticket WHERE opened_at_ms >= 0 GROUP BY priority, tier, level;\n`;

/** The longest that the worker did not answer anything else while `action` ran, in ms. */
const longestBlock = async (action) => {
  let lastMs = performance.now();
  const blocks = [];
  const look = setInterval(() => {
    const nowMs = performance.now();
    blocks.push(nowMs - lastMs);
    lastMs = nowMs;
  }, 1);
  await action();
  blocks.push(performance.now() - lastMs);
  clearInterval(look);
  return percentile(blocks, 1);
};

export const measureReport = async (core, database, nowMs) => {
  const { opened, route } = await openBench(core, database, nowMs);
  const ask = (filter) => async () => {
    const input = {
      fromMs: nowMs - 365 * DAY_MS,
      toMs: nowMs,
      filter: { ...core.EMPTY_FILTER, view: 'all', ...filter },
    };
    const reply = await route('report:get', { ...input, asOfMs: null, step: 'month', compare: true }, CALLER);
    if (!reply.ok || reply.value.lines.length === 0)
      throw new Error(`no report: ${JSON.stringify(reply).slice(0, 200)}`);
  };
  const all = await timed(5, ask({}));
  const filtered = await timed(5, ask({ tiers: ['gold', 'silver'], levels: ['L2'] }));
  const blockMs = await longestBlock(ask({}));
  opened.close();
  const peer = hasShell
    ? (await timed(5, () => shellMs(database, SCAN))) - (await timed(5, () => shellMs(database, 'SELECT 1;\n')))
    : null;
  const note = hasShell ? 'limit 2 s of worker time; peer: one GROUP BY over the rows of the tickets' : NOT_THERE;
  return {
    'report: a year, 200,000 tickets, compared with the year before': result({
      ours: all,
      peer,
      unit: 'ms',
      n: 5,
      note,
    }),
    'report: the same under a filter': result({ ours: filtered, peer, unit: 'ms', n: 5, note }),
    'report: longest time without an answer to anything else': result({ ours: blockMs, unit: 'ms', n: 1 }),
  };
};
