import { call } from './ipc/client.ts';

/** Where the window is with starting; tests and the screenshot command wait for `ready`. */
export type WindowState = 'loading' | 'ready' | 'failed';

export const setWindowState = (state: WindowState): void => {
  document.documentElement.dataset['appState'] = state;
};

/** Says 'ready' once what was just rendered is painted. A window that is not shown yet draws no frames, so it does not wait for one. */
export const markReady = (): void => {
  const done = (): void => {
    setWindowState('ready');
    // Nothing hangs on the answer: a core that is gone is told by the calls that need it.
    void call('app:report-ready', {}).catch(() => undefined);
  };
  const timer = setTimeout(done, 250);
  requestAnimationFrame(() =>
    setTimeout(() => {
      clearTimeout(timer);
      done();
    }),
  );
};
