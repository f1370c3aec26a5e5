// `npm run test:fuzz [-- RUNS [SEED]]`: gives that many damaged files (100000) to the importers, bombs of full size, and anything to every call.
import { provideSqlite } from './sqlite.mjs';
import { ProvisionFailure, runProgram } from './terminal.mjs';
import { runVitestStep } from './test-steps.mjs';

const RUNS = 100_000;
/** So often each call is made, where that many files are read. */
const CALLS_EACH = 200;

await runProgram(async ([runsText = String(RUNS), seedText = String(Date.now() % 1e9)]) => {
  const runs = Number(runsText);
  const seed = Number(seedText);
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    throw new ProvisionFailure('Say how many runs, and which seed, as whole numbers: npm run test:fuzz -- 100000 7');
  }
  await provideSqlite();
  const isWhole = runs >= RUNS;
  const environment = {
    VIGIE_FUZZ_RUNS: String(runs),
    VIGIE_FUZZ_SEED: String(seed),
    ...(isWhole ? { VIGIE_BOMB_SCALE: '1', VIGIE_CALLS_EACH: String(CALLS_EACH) } : {}),
  };
  const filters = isWhole ? [[], ['every-call']] : [['importers']];
  let [passed, failed] = [0, 0];
  for (const of of filters) {
    const projects = [of.includes('every-call') ? 'contract' : 'fuzz'];
    const step = await runVitestStep({ projects, zone: 'Europe/Paris', filters: of, environment });
    passed += step.passed;
    failed += step.failed;
  }
  console.log(`\n${runs} damaged files, seed ${seed}: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
