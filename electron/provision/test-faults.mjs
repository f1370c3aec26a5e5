// `npm run test:faults [-- KILLS [SEED]]`: kills the core that often (200) at random instants, then the whole application, and judges what is left.
import { ProvisionFailure, runProgram } from './terminal.mjs';
import { provideAll } from './provision.mjs';
import { runBuildStep, runPlaywrightStep, runVitestStep } from './test-steps.mjs';

const KILLS = 200;
/** Of the real application there are fewer: each start of it takes seconds. */
const ONE_OF_THE_APP_IN = 10;

await runProgram(async ([killsText = String(KILLS), seedText = String(Date.now() % 1e9)]) => {
  const kills = Number(killsText);
  const seed = Number(seedText);
  if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
    throw new ProvisionFailure('Say how many kills, and which seed, as whole numbers: npm run test:faults -- 200 7');
  }
  const { environment } = await provideAll();
  await runBuildStep();
  const more = { ...environment, VIGIE_KILLS: String(kills), VIGIE_SEED: String(seed) };
  const appKills = Math.max(1, Math.round(kills / ONE_OF_THE_APP_IN));
  const steps = [
    await runVitestStep({ projects: ['faults'], zone: 'Europe/Paris', filters: [], environment: more }),
    await runPlaywrightStep({
      filters: ['kill.spec.ts'],
      environment: { ...more, VIGIE_APP_KILLS: String(appKills), VIGIE_PART_KILLS: String(appKills) },
    }),
  ];
  const sum = (of) => steps.reduce((total, step) => total + step[of], 0);
  console.log(
    `\n${kills} kills of the core, ${appKills} of the application, ${appKills} of its window and its core, seed ${seed}: ${sum('passed')} passed, ${sum('failed')} failed`,
  );
  return sum('failed') === 0 ? 0 : 1;
});
