// `npm test [-- STEP... FILTER...]`: sets up what is missing and runs every test, or only the steps named.
import { provideAll } from './provision.mjs';
import { provideSqlite } from './sqlite.mjs';
import { ProvisionFailure, runProgram, tell } from './terminal.mjs';
import { runBuildStep, runCheckStep, runPlaywrightStep, runVitestStep } from './test-steps.mjs';

/** Vitest's projects: all of them in the first zone; what reckons with time in the others, either side of it. */
const PROJECTS = ['unit', 'property', 'db', 'contract', 'faults', 'fuzz'];
const PROJECTS_IN_EACH_ZONE = ['unit', 'property'];
const ZONES = ['Europe/Paris', 'America/Los_Angeles', 'Asia/Kolkata'];
const STEPS = ['check', ...PROJECTS, 'e2e'];

await runProgram(async (args) => {
  const named = args.filter((argument) => STEPS.includes(argument));
  const chosen = named.length === 0 ? STEPS : named;
  const filters = args.filter((argument) => !STEPS.includes(argument));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const environment = await provide(chosen);
    for (const [title, run] of stepsOf(chosen, filters, environment)) {
      console.log(`\n== ${title}`);
      const { passed, failed, skipped } = await faultsCounted(run);
      counts.passed += passed;
      counts.failed += failed;
      counts.skipped += skipped;
    }
  } catch (error) {
    tell(error instanceof ProvisionFailure ? error.message : error.stack);
    counts.failed += 1;
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  return counts.failed === 0 ? 0 : 1;
});

/** Gives the environment in which the tests find Electron. */
async function provide(chosen) {
  if (chosen.includes('e2e')) return (await provideAll()).environment;
  if (chosen.some((step) => PROJECTS.includes(step))) await provideSqlite();
  return {};
}

function stepsOf(chosen, filters, environment) {
  const steps = [];
  if (chosen.includes('check')) steps.push(['check', runCheckStep]);
  if (chosen.some((step) => ['contract', 'e2e'].includes(step))) steps.push(['build', runBuildStep]);
  ZONES.forEach((zone, i) => {
    const projects = (i === 0 ? PROJECTS : PROJECTS_IN_EACH_ZONE).filter((project) => chosen.includes(project));
    const options = { projects, zone, filters, environment };
    if (projects.length > 0) steps.push([`${projects.join(', ')} in ${zone}`, () => runVitestStep(options)]);
  });
  if (chosen.includes('e2e')) steps.push(['e2e', () => runPlaywrightStep({ filters, environment })]);
  return steps;
}

/** A step that breaks down is one failure; the steps after it still run. */
async function faultsCounted(run) {
  try {
    return await run();
  } catch (error) {
    tell(error instanceof ProvisionFailure ? error.message : error.stack);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
