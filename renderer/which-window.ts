/** Whether this is the wall's own window and not the console: the shell says so in the address (`shell/wall-window.ts`). */
export const isWallWindow = window.location.hash === '#wall';
