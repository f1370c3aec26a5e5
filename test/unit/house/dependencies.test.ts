import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
};
type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'overrides' | 'allowScripts', Record<string, unknown>>
>;

const read = <Value>(name: string): Value => JSON.parse(readFileSync(join(root, name), 'utf8'));
const manifest = read<Manifest>('package.json');
const { packages } = read<{ packages: Record<string, Entry> }>('package-lock.json');
const locked = Object.entries(packages).filter(([path]) => path !== '');

it('every package is named by one exact version', () => {
  const { dependencies, devDependencies, overrides } = manifest;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  expect(versions.length).toBeGreaterThan(40);
  expect(versions.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

it('every package that is locked comes from the registry and is checked when it is fetched', () => {
  expect(locked.length).toBeGreaterThan(300);
  const own = locked.filter(([, { inBundle }]) => inBundle !== true);
  expect(own.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([path]) => path)).toEqual(
    [],
  );
  // None is from anywhere but whatever registry npm is set up with: not from an address, a folder or a repository.
  expect(own.filter(([, { resolved, link }]) => resolved !== undefined || link === true).map(([path]) => path)).toEqual(
    [],
  );
});

it('packages that would run a script when they are installed are known, and do not', () => {
  const running = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.split('node_modules/').at(-1) ?? '');
  // Of macOS alone, and only notices changes of files: nobody runs its script elsewhere.
  expect(running.filter((name) => name !== 'fsevents' && manifest.allowScripts[name] !== false)).toEqual([]);
});
