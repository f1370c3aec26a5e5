import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProvisionFailure } from './terminal.mjs';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path under the project's own node_modules. */
export function modulePath(...parts) {
  return join(root, 'node_modules', ...parts);
}

/** The installed version of a package, as its package.json says; a failure that names `npm ci` without it. */
export function installedVersion(name) {
  let manifest;
  try {
    manifest = readFileSync(modulePath(name, 'package.json'), 'utf8');
  } catch {
    throw new ProvisionFailure(`The package ${name} is not installed: run npm ci, and the command again.`);
  }
  return JSON.parse(manifest).version;
}

/**
 * The folder in which the user typed the command. npm runs a script in the package's root and leaves
 * that folder in INIT_CWD; a script that npm did not start has it as its working directory.
 */
export function callerDirectory(env = process.env) {
  const isRunByNpm = resolve(process.cwd()) === root && env.npm_lifecycle_event !== undefined;
  return (isRunByNpm && env.INIT_CWD) || process.cwd();
}
