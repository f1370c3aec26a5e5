import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedFolder } from './cache.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { installedVersion, modulePath, root } from './project.mjs';
import { provideBuildTools } from './system-packages.mjs';
import { ProvisionFailure, tell } from './terminal.mjs';

const HEADER = fileURLToPath(new URL('napi8.hpp', import.meta.url));
const BINDING = 'better_sqlite3.node';
const INSTALLED = modulePath('better-sqlite3', 'build', 'Release', BINDING);

/**
 * Makes better-sqlite3 load in this Node (unless `isForNode` is false) and, if given, in that Electron. Its own
 * binaries need Node-API 10 and crash older runtimes; for those it is built once, against Node-API 8 (napi8.hpp).
 */
export async function provideSqlite({ electron, isForNode = true } = {}) {
  const isNodeOld = Number(process.versions.napi) < 10;
  if (!(isForNode && isNodeOld) && !electron?.isFallback) return;
  const runtimes = [process.execPath, ...(electron ? [electron.executable] : [])];
  const folder = await cachedFolder(cacheName(), (building) => buildBinding(building, runtimes));
  const built = join(folder, BINDING);
  if (isSameFile(built, INSTALLED)) return;

  const problem = await loadingProblem(built, runtimes);
  if (problem === null) return install(built);
  rmSync(folder, { recursive: true, force: true });
  tell('The better-sqlite3 kept in the cache does not load here: building it again.');
  install(join(await cachedFolder(cacheName(), (building) => buildBinding(building, runtimes)), BINDING));
}

function cacheName() {
  const hash = createHash('sha256').update(readFileSync(HEADER)).update(installedVersion('node-addon-api'));
  const { platform, arch } = process;
  return `better-sqlite3-${installedVersion('better-sqlite3')}-${platform}-${arch}-${hash.digest('hex').slice(0, 12)}`;
}

async function buildBinding(folder, runtimes) {
  await provideBuildTools();
  tell(`Building better-sqlite3 ${installedVersion('better-sqlite3')} for this runtime (about a minute, once).`);
  const sources = copySources(folder);
  const args = [modulePath('node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--release', '--force_build=1', '--jobs=2'];
  const headers = headersFolder();
  if (headers === null) tell("Node's headers are not on this machine: node-gyp fetches them.");
  else args.push(`--nodedir=${headers}`);
  const env = { ...process.env, ...includeHeader(join(sources, 'napi8.hpp')) };
  const { status, output } = await runQuietly(process.execPath, args, { cwd: sources, env });
  if (status !== 0) {
    throw new ProvisionFailure(
      `better-sqlite3 could not be built:\n${lastLines(output, 20)}\n` +
        'It needs python3, make, a C++20 compiler and the headers of Node; Node 22.14 or newer needs no build.',
    );
  }
  copyFileSync(join(sources, 'build', 'Release', BINDING), join(folder, BINDING));
  rmSync(sources, { recursive: true, force: true });
  const problem = await loadingProblem(join(folder, BINDING), runtimes);
  if (problem !== null) throw new ProvisionFailure(`better-sqlite3 was built, but does not load:\n${problem}`);
}

/** Copies all that is compiled to one folder whose path has no space, for make knows no such paths. */
function copySources(folder) {
  const sources = /\s/.test(folder) ? mkdtempSync(join(tmpdir(), 'better-sqlite3-')) : join(folder, 'sources');
  process.once('exit', () => rmSync(sources, { recursive: true, force: true }));
  for (const part of ['binding.gyp', 'package.json', 'deps', 'src', 'lib']) {
    cpSync(modulePath('better-sqlite3', part), join(sources, part), { recursive: true });
  }
  cpSync(modulePath('node-addon-api'), join(sources, 'node_modules', 'node-addon-api'), { recursive: true });
  copyFileSync(HEADER, join(sources, 'napi8.hpp'));
  return sources;
}

/** The compiler's own way to include a file first: MSVC reads CL, the others CXXFLAGS. */
function includeHeader(header) {
  if (process.platform === 'win32') return { CL: `/FI"${header}" ${process.env.CL ?? ''}` };
  return { CXXFLAGS: `-include ${header} ${process.env.CXXFLAGS ?? ''}` };
}

function headersFolder() {
  const candidates = [process.env.npm_config_nodedir, dirname(dirname(realpathSync(process.execPath))), '/usr'];
  return candidates.find((folder) => folder && existsSync(join(folder, 'include', 'node', 'node_api.h'))) ?? null;
}

/** Really opens a database with that file, in each runtime; null, or what went wrong. A crash must not be ours. */
async function loadingProblem(binding, runtimes) {
  const script =
    `const Database = require('better-sqlite3');` +
    `const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} });` +
    `if (db.prepare('SELECT @n + 1 AS n').get({ n: 41 }).n !== 42) process.exit(3);`;
  for (const runtime of runtimes) {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const { status, output } = await runQuietly(runtime, ['-e', script], { cwd: root, env });
    if (status !== 0) return `${runtime} ended with status ${status}. ${lastLines(output, 6)}`;
  }
  return null;
}

function install(built) {
  mkdirSync(dirname(INSTALLED), { recursive: true });
  const beside = `${INSTALLED}.${process.pid}`;
  copyFileSync(built, beside);
  renameSync(beside, INSTALLED);
}

function isSameFile(a, b) {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}
