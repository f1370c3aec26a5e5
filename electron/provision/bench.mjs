// `npm run bench [-- ARGUMENT...]`: runs test/bench/run.mjs on the provisioned Electron; its standard output is the answer.
import { join } from 'node:path';
import { buildApp, buildCli } from './build.mjs';
import { runVisibly } from './child.mjs';
import { withDisplay } from './display.mjs';
import { root } from './project.mjs';
import { provideAll } from './provision.mjs';
import { provideCommands } from './system-packages.mjs';
import { runProgram } from './terminal.mjs';

await runProgram(async (args) => {
  const electron = await provideAll();
  await provideCommands(['sqlite3'], 'The bench compares with the sqlite3 shell');
  await buildApp();
  await buildCli();
  return await withDisplay((display) =>
    runVisibly(process.execPath, [join(root, 'test', 'bench', 'run.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, ...electron.environment, ...display },
    }),
  );
});
