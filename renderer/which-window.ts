/** Empty in tests, which have no window. */
const hash = typeof window === 'undefined' ? '' : window.location.hash;

/** Whether this is the wall's own window and not the console: the shell says so in the address (`shell/wall-window.ts`). */
export const isWallWindow = hash === '#wall';

/** Whether the console is opened again where it was, after its process had ended or another database took the place of the one it showed. */
export const isOpenedAgain = hash === '#again';
