import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readCorpus } from './corpus.ts';
import { runBatch, RUNS_IN_BATCH, type Tally } from './run-batch.ts';
import { startWatchdog } from './watchdog.ts';

/** How many damaged files are read in all; `npm run test:fuzz` says how many, and which seed. */
const RUNS = Number(process.env['VIGIE_FUZZ_RUNS'] ?? 250);
const SEED = Number(process.env['VIGIE_FUZZ_SEED'] ?? 20_260_329);
/** No batch may take longer; a run takes some milliseconds. */
const LIMIT_MS = 120_000;

/** One fault is enough to know; a few say what they have in common. */
const MOST_FAILED = 8;

const tally: Tally = {};
const failed: string[] = [];
const took: number[] = [];
const dog = startWatchdog(LIMIT_MS);

afterAll(async () => {
  await dog.stop();
  const sorted = took.toSorted((a, b) => a - b);
  const ms = { median: sorted[Math.floor(sorted.length / 2)], longest: sorted.at(-1) };
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ seed: SEED, runs: RUNS, msOfABatch: ms, megabytes, tally }, null, 1)}\n`);
});

it(
  'damaged files end in rows, line errors or a refusal that has a code',
  async () => {
    process.stdout.write(`fuzz: ${RUNS} damaged files, VIGIE_FUZZ_SEED=${SEED}\n`);
    const corpus = readCorpus();
    const folder = mkdtempSync(join(tmpdir(), 'vigie-fuzz-'));
    let left = RUNS;
    for (let batch = 0; left > 0; batch++) {
      const [seed, runs] = [SEED + batch, Math.min(left, RUNS_IN_BATCH)];
      left -= runs;
      dog.begin(seed);
      const beganMs = performance.now();
      await runBatch(seed, runs, join(folder, String(seed)), corpus, tally).catch((error: unknown) => {
        process.stdout.write(
          `npm run test:fuzz -- ${runs} ${seed}: ${String(error)}\nits files: ${join(folder, String(seed))}\n`,
        );
        failed.push(`${seed}: ${String(error)}`);
      });
      if (failed.length >= MOST_FAILED) break;
      took.push(Math.round(performance.now() - beganMs));
    }
    dog.rest();
    expect(failed).toEqual([]);
    expect(Object.values(tally).reduce((sum, each) => sum + each, 0)).toBe(RUNS);
  },
  60_000 + RUNS * 200,
);
