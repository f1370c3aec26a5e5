/**
 * Chromium's switches that open the window to another program, have another program run in its place, or take its walls down. Fuses say
 * nothing of them. `--no-sandbox` is not among them: an AppImage needs it where the system has no namespaces for users.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'js-flags',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
] as const;

/** The first of such switches on the command line; null where there is none. */
export const refusedSwitch = (hasSwitch: (name: string) => boolean): string | null =>
  REFUSED.find((name) => hasSwitch(name)) ?? null;
