// The wall over 200,000 tickets of which 20,000 are open, as the worker answers it, against the sqlite3 shell reading the open rows once.
import { openBench, CALLER, hasShell, NOT_THERE, shellMs } from './core-bench.mjs';
import { median, percentile, result, timed } from './measure.mjs';

const SCAN = `SELECT assignee, level, tier, count(*), sum(breach_after_ms < 0) FROM ticket WHERE queue_group < 4
  GROUP BY assignee, level, tier;\n`;

export const measureWall = async (core, database, nowMs) => {
  const { opened, route } = await openBench(core, database, nowMs);
  const timings = [];
  let wall = null;
  for (let i = 0; i < 41; i++) {
    const startMs = performance.now();
    const reply = await route('wall:get', {}, CALLER);
    timings.push(performance.now() - startMs);
    if (!reply.ok) throw new Error(`no wall: ${JSON.stringify(reply).slice(0, 200)}`);
    wall = reply.value;
  }
  const before = process.cpuUsage();
  for (let i = 0; i < 40; i++) await route('wall:get', {}, CALLER);
  const { user, system } = process.cpuUsage(before);
  opened.close();
  const peer = hasShell
    ? (await timed(5, () => shellMs(database, SCAN))) - (await timed(5, () => shellMs(database, 'SELECT 1;\n')))
    : null;
  const [first = 0, ...others] = timings;
  const about = `${wall.open} open, ${wall.agents.length} agents; first ${first.toFixed(1)} ms, p95 ${percentile(others, 0.95).toFixed(1)} ms; limit 50 ms of worker time`;
  return {
    'wall: one refresh, 200,000 tickets': result({
      ...{ ours: median(others), peer, unit: 'ms', n: others.length },
      note: hasShell ? `${about}; peer: one GROUP BY over the open rows` : `${about}; ${NOT_THERE}`,
    }),
    'wall: the same, in processor time': result({ ours: (user + system) / 40_000, unit: 'ms', n: 40 }),
  };
};
