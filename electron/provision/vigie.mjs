// `npm run --silent vigie -- COMMAND...`: the command line, under plain Node, with no display.
import { buildCli } from './build.mjs';
import { runVisibly } from './child.mjs';
import { callerDirectory } from './project.mjs';
import { provideSqlite } from './sqlite.mjs';
import { runProgram } from './terminal.mjs';

await runProgram(async (args) => {
  if (isDatabaseNeeded(args)) await provideSqlite();
  const cli = await buildCli();
  return await runVisibly(process.execPath, [cli, ...args], { cwd: callerDirectory() });
});

/** Most commands open a database; help does not, nor do the clock and the ledger on cases from a file. */
function isDatabaseNeeded([command, ...rest]) {
  if (command === undefined || ['help', '--help', '-h', 'version', '--version', '-v'].includes(command)) return false;
  if (rest.includes('--help') || rest.includes('-h')) return false;
  if (command === 'maintenance') return false;
  return !(['sla', 'hours'].includes(command) && rest.some((argument) => /^--cases(=|$)/.test(argument)));
}
