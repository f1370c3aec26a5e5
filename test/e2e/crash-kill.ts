import type { ElectronApplication } from '@playwright/test';

/** What ends beside the application itself: the process of its window, or the thread of its core. */
export type Part = 'renderer' | 'worker';

/** Ends a part of the running application at once, as a crash does. */
export const killPart = (app: ElectronApplication, part: Part): Promise<unknown> =>
  app.evaluate(async ({ BrowserWindow }, what) => {
    if (what === 'renderer') {
      const [window] = BrowserWindow.getAllWindows();
      process.kill(window?.webContents.getOSProcessId() ?? 0, 'SIGKILL');
      return;
    }
    // The next message to the core tells which thread it is.
    const { mainModule } = process;
    if (mainModule === undefined) throw new Error('main is no script');
    const { Worker } = mainModule.require('node:worker_threads') as typeof import('node:worker_threads');
    const { postMessage } = Worker.prototype;
    await new Promise<void>((resolve) => {
      Worker.prototype.postMessage = function (this: InstanceType<typeof Worker>, ...args) {
        Worker.prototype.postMessage = postMessage;
        postMessage.apply(this, args);
        void this.terminate().then(() => resolve());
      } as typeof postMessage;
    });
  }, part);

/** Runs a script in the console; null where its process has ended meanwhile, or does not answer. */
export const inConsole = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }, code) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().endsWith('#wall'));
    const patience = new Promise((resolve) => setTimeout(() => resolve(null), 1_000));
    return Promise.race([window?.webContents.executeJavaScript(code).catch(() => null), patience]);
  }, script);
