// `npm run test:fuses`: packs the built application with the fuses of electron-builder.yml, and tries what they forbid on it.
import { createPackageWithOptions } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runBuildStep } from './test-steps.mjs';
import { withDisplay } from './display.mjs';
import { modulePath, root } from './project.mjs';
import { provideAll } from './provision.mjs';
import { runProgram } from './terminal.mjs';

const FIRST = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];
const WIRE = { 48: false, 49: true };
/** It ends by itself, or is ended after this. */
const LIFE_MS = 20_000;

/** The fuses as they are shipped, by the names that `@electron/fuses` has for them. */
function shippedFuses() {
  const [, block] =
    /^electronFuses:\n((?: {2}\w+: (?:true|false)\n)+)/m.exec(
      readFileSync(join(root, 'electron-builder.yml'), 'utf8'),
    ) ?? [];
  const named = [...(block ?? '').matchAll(/^ {2}(\w+): (true|false)$/gm)];
  return Object.fromEntries(named.map(([, name, value]) => [name[0].toUpperCase() + name.slice(1), value === 'true']));
}

/** A runtime whose binary is its own and named as an application's is; the rest is that of the other. */
function copyRuntime(executable, folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const name of readdirSync(dirname(executable))) {
    const from = join(dirname(executable), name);
    if (name === 'resources') continue;
    if (name === basename(executable)) copyFileSync(from, join(folder, 'vigie'));
    // Read from where the binary is: a link would lead the runtime back.
    else if (/\.(?:pak|dat|bin|so|json)(?:\.\d+)?$/.test(name)) copyFileSync(from, join(folder, name));
    else symlinkSync(from, join(folder, name));
  }
  return join(folder, 'vigie');
}

/** What is packed: as electron-builder.yml says, with the module that this runtime loads. */
async function pack(target, folder) {
  const app = join(folder, 'app');
  for (const part of ['out/main', 'out/preload', 'out/renderer', 'package.json'])
    cpSync(join(root, part), join(app, part), { recursive: true });
  const sqlite = join(app, 'node_modules', 'better-sqlite3');
  for (const part of ['lib', 'package.json', 'build/Release/better_sqlite3.node'])
    cpSync(modulePath('better-sqlite3', part), join(sqlite, part), { recursive: true });
  await createPackageWithOptions(app, target, { unpack: '**/*.node' });
}

/** Starts it and gives what it said, and whether it had to be ended. */
function start(executable, args, environment, first = FIRST) {
  const child = spawn(executable, [...first, ...args], { env: { ...process.env, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), LIFE_MS);
    child.on('exit', (status) => {
      clearTimeout(timer);
      resolve({ said, status });
    });
  });
}

await runProgram(async () => {
  const { executable: runtime } = await provideAll();
  await runBuildStep();
  const folder = mkdtempSync(join(tmpdir(), 'vigie-fuses-'));
  let failed = 0;
  const judge = (what, isRight, said = '') => {
    if (!isRight) failed += 1;
    console.log(`${isRight ? 'ok    ' : 'FAILED'} ${what}${isRight ? '' : `\n${said}`}`);
  };
  try {
    const executable = copyRuntime(runtime, folder);
    await pack(join(folder, 'resources', 'app.asar'), folder);
    const wire = async () =>
      Object.entries(await getCurrentFuseWire(executable)).filter(([index]) => index !== 'version');
    const known = new Set((await wire()).map(([index]) => FuseV1Options[index]));
    const shipped = shippedFuses();
    const wanted = Object.entries(shipped).filter(([name]) => known.has(name));
    const others = Object.keys(shipped).filter((name) => !known.has(name));
    if (others.length > 0) console.log(`This runtime has no fuse for: ${others.join(', ')}.`);

    const marker = join(folder, 'ran.txt');
    const write = `require('node:fs').appendFileSync(${JSON.stringify(marker)}, 'ran ')`;
    const script = join(folder, 'script.cjs');
    writeFileSync(script, write);
    const ran = () => {
      try {
        return readFileSync(marker, 'utf8');
      } catch {
        return '';
      } finally {
        rmSync(marker, { force: true });
      }
    };
    await withDisplay(async (display) => {
      const picture = (name) => [`--screenshot=${join(folder, `${name}.png`)}`, '--sample'];
      const isDrawn = (name) => readdirSync(folder).includes(`${name}.png`);
      const attacks = async (name) => {
        const asNode = await start(executable, ['-e', write], { ...display, ELECTRON_RUN_AS_NODE: '1' }, []);
        const hasRunAsNode = ran() !== '';
        const options = await start(executable, picture(`${name}-options`), {
          ...display,
          NODE_OPTIONS: `--require=${script}`,
        });
        const hasRunOptions = ran() !== '';
        const inspected = await start(executable, ['--inspect=0', ...picture(`${name}-inspect`)], display);
        return {
          asNode,
          hasRunAsNode,
          options,
          hasRunOptions,
          inspected,
          isInspected: inspected.said.includes('Debugger listening'),
        };
      };

      const before = await attacks('before');
      judge('before: it runs as Node (what the fuse is to stop can be done)', before.hasRunAsNode, before.asNode.said);
      judge('before: it lets itself be inspected', before.isInspected, before.inspected.said);

      await flipFuses(executable, {
        version: FuseVersion.V1,
        ...Object.fromEntries(wanted.map(([name, value]) => [FuseV1Options[name], value])),
      });
      const read = Object.fromEntries((await wire()).map(([index, value]) => [FuseV1Options[index], WIRE[value]]));
      for (const [name, value] of wanted)
        judge(`fuse ${name} is ${value ? 'on' : 'off'}`, read[name] === value, JSON.stringify(read));

      const after = await attacks('after');
      judge('ELECTRON_RUN_AS_NODE is not heard', !after.hasRunAsNode, after.asNode.said);
      judge('--inspect is not heard', !after.isInspected, after.inspected.said);
      judge(
        'NODE_OPTIONS is not heard',
        !after.hasRunOptions && after.options.said.includes('NODE_OPTIONS have been disabled'),
        after.options.said,
      );
      judge(
        'the application starts all the same',
        isDrawn('after-inspect') && isDrawn('after-options'),
        after.inspected.said,
      );

      for (const name of ['remote-debugging-port=0', 'disable-web-security', `renderer-cmd-prefix=${script}`]) {
        const { status, said } = await start(executable, [`--${name}`, ...picture('switch')], display);
        judge(
          `--${name.split('=')[0]} is refused`,
          status === 2 &&
            said.includes(`--${name.split('=')[0]} is not for this program`) &&
            !said.includes('DevTools listening') &&
            !isDrawn('switch'),
          said,
        );
      }

      mkdirSync(join(folder, 'resources', 'app'));
      writeFileSync(join(folder, 'resources', 'app', 'package.json'), '{"main":"main.cjs"}');
      writeFileSync(join(folder, 'resources', 'app', 'main.cjs'), write);
      rmSync(join(folder, 'resources', 'app.asar'));
      await start(executable, picture('folder'), display);
      judge('a folder in the place of app.asar is not started', ran() === '' && !isDrawn('folder'));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failed === 0 ? 0 : 1;
});
