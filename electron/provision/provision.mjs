import { provideElectron } from './electron-runtime.mjs';
import { provideSqlite } from './sqlite.mjs';
import { provideDisplayPackages } from './system-packages.mjs';

/**
 * Everything the window needs: an Electron, its system libraries, better-sqlite3 for it and, unless
 * `isForNode` is false, for this Node as well. Gives the Electron.
 */
export async function provideAll({ isForNode = true } = {}) {
  const electron = await provideElectron();
  await provideDisplayPackages(electron.executable);
  await provideSqlite({ electron, isForNode });
  return electron;
}
