import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the tests of one file, which goes with all that is in it when they are done. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Names of database files in such a folder, another one each time. */
export const tempPaths = (): (() => string) => {
  const folder = tempFolder();
  let made = 0;
  return () => join(folder, `${++made}.db`);
};
