// `npm run check`: types, lint, layers, format, dead code.
import { runChecks } from './run-checks.mjs';
import { runProgram } from './terminal.mjs';

await runProgram(async () => {
  const results = await runChecks();
  const failed = results.filter((result) => !result.isPassed).map((result) => result.name);
  const verdict = failed.length === 0 ? '' : `: ${failed.join(', ')}`;
  console.log(`${results.length - failed.length} checks passed, ${failed.length} failed${verdict}`);
  return failed.length === 0 ? 0 : 1;
});
