/** The smallest value that at least this share of all do not exceed (nearest rank); `sorted` is not empty. */
export const percentile = (sorted: Float64Array, percent: number): number =>
  sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;

/** Samples of several groups, sorted once. */
export type SortedSamples = {
  /** Those of some groups, by their place in the list, sorted. */
  readonly of: (groups: ReadonlySet<number>) => Float64Array;
};

/**
 * Sorts whole numbers of several groups together: each carries its group in its lowest digits, so that any part of them is sorted without another
 * sort. Lengths of ten years in ms leave room for 2^14 groups.
 */
export const sortSamples = (groups: readonly (readonly number[])[]): SortedSamples => {
  const size = groups.length + 1;
  const all = new Float64Array(groups.reduce((sum, samples) => sum + samples.length, 0));
  let at = 0;
  for (const [group, samples] of groups.entries()) for (const sample of samples) all[at++] = sample * size + group;
  all.sort();
  return {
    of: (wanted) => {
      const found = new Float64Array(
        groups.reduce((sum, samples, i) => (wanted.has(i) ? sum + samples.length : sum), 0),
      );
      const isWanted = groups.map((_, i) => wanted.has(i));
      let next = 0;
      for (const code of all) {
        const sample = Math.floor(code / size);
        const group = code - sample * size;
        if (isWanted[group] === true) found[next++] = sample;
      }
      return found;
    },
  };
};
