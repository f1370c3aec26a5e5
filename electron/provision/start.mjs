// `npm start [-- ARGUMENT...]`: sets up what is missing and opens Vigie, on sample data unless `--own` is given.
import { resolve } from 'node:path';
import { buildApp } from './build.mjs';
import { runVisibly } from './child.mjs';
import { withDisplay } from './display.mjs';
import { callerDirectory, root } from './project.mjs';
import { provideAll } from './provision.mjs';
import { isDisplayMissing } from './system-packages.mjs';
import { runProgram, tell } from './terminal.mjs';

/** Nobody looks at a virtual display: no GPU to try in vain, no complaints about D-Bus. */
const HEADLESS = ['--disable-gpu', '--log-level=3'];

await runProgram(async (args) => {
  const electron = await provideAll({ isForNode: false });
  await buildApp();
  const isSeen = !isDisplayMissing();
  const isPicture = args.some((argument) => /^--screenshot(=|$)/.test(argument));
  return await withDisplay(async (display) => {
    if (!isSeen && !isPicture) {
      tell('Vigie runs there until it is stopped (Ctrl+C). To look at it: npm start -- --screenshot out/vigie.png');
    }
    const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(isSeen ? [] : HEADLESS)];
    return await runVisibly(electron.executable, [...switches, root, ...applicationArguments(args)], {
      cwd: callerDirectory(),
      env: { ...process.env, ...electron.environment, ...display },
    });
  });
});

/** Adds --sample or drops --own, and makes the picture's path absolute. */
function applicationArguments(args) {
  const absolute = (path) => resolve(callerDirectory(), path);
  const rest = args
    .filter((argument) => argument !== '--own')
    .map((argument, i, all) => {
      if (all[i - 1] === '--screenshot') return absolute(argument);
      const [, path] = /^--screenshot=(.+)$/.exec(argument) ?? [];
      return path === undefined ? argument : `--screenshot=${absolute(path)}`;
    });
  return args.includes('--own') || rest.includes('--sample') ? rest : ['--sample', ...rest];
}
