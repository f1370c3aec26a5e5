import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildApp, buildCli } from './build.mjs';
import { runVisibly } from './child.mjs';
import { withDisplay } from './display.mjs';
import { modulePath, root } from './project.mjs';
import { runChecks } from './run-checks.mjs';

/** `{ passed, failed, skipped }` of the static checks, one for each. */
export async function runCheckStep() {
  const results = await runChecks();
  const passed = results.filter((result) => result.isPassed).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

/** Builds the window and the command line, which tests start as users do. */
export async function runBuildStep() {
  await buildApp();
  await buildCli();
  return { passed: 0, failed: 0, skipped: 0 };
}

/** Counts of one run of vitest over those projects, in that time zone. */
export async function runVitestStep({ projects, zone, filters, environment }) {
  const report = reportFile(`vitest-${zone.replace('/', '-')}.json`);
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    ...filters,
    ...(filters.length > 0 ? ['--passWithNoTests'] : []),
  ];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await runVisibly(process.execPath, [modulePath('vitest', 'vitest.mjs'), ...args, ...reporters], {
    cwd: root,
    env: { ...process.env, ...environment, TZ: zone, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    isStep: true,
  });
  return counted(status, report, (result) => ({
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.testResults.filter(isBrokenFile).length,
    skipped: result.numPendingTests + result.numTodoTests,
  }));
}

/** How many end-to-end tests run at a time where each can have a display, and so a focus, of its own. */
const MOST_AT_A_TIME = Math.min(2, availableParallelism());

/** Counts of the end-to-end tests, on the display there is or on virtual ones. */
export async function runPlaywrightStep({ filters, environment }) {
  const report = reportFile('playwright.json');
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json', ...filters];
  const status = await withDisplay((display, displays) => {
    const own = { ...display, E2E_DISPLAYS: displays.join(' '), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    return runVisibly(process.execPath, [modulePath('@playwright', 'test', 'cli.js'), ...args], {
      cwd: root,
      env: { ...process.env, ...environment, ...own },
      isStep: true,
    });
  }, MOST_AT_A_TIME);
  return counted(status, report, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

/** A test file that could not be loaded has no tests to fail. */
function isBrokenFile(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

function reportFile(name) {
  const folder = join(root, 'out', 'reports');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, name), { force: true });
  return join(folder, name);
}

/** A runner that failed without a failed test, or left no report, counts as one failure. */
function counted(status, report, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    counts.failed = 1;
  }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
