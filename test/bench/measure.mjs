// What every part of the bench shares: medians, timing, and the shape of a result.

export const median = (values) => percentile(values, 0.5);

export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

/** The median of `runs` timings of `action` in ms, after one that does not count. */
export const timed = async (runs, action) => {
  const timings = [];
  for (let i = 0; i <= runs; i++) {
    const startMs = performance.now();
    await action(i);
    if (i > 0) timings.push(performance.now() - startMs);
  }
  return median(timings);
};

const rounded = (value) => (value === null ? null : Number(value.toPrecision(4)));

/** One line of the report. `ratio` is ours to the peer's: below 1 is faster or smaller than the peer. `peer` is null where there is none. */
export const result = ({ ours, peer = null, unit, n, note = '' }) => ({
  ours: rounded(ours),
  peer: rounded(peer),
  ratio: peer === null ? null : rounded(ours / peer),
  unit,
  n,
  note,
});

export const tell = (text) => process.stderr.write(`bench: ${text}\n`);
