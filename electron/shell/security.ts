import { app, session, shell, type WebContents } from 'electron';
import type { Log } from '../core/log.ts';
import { APP_ORIGIN } from './app-scheme.ts';

/** The only addresses that may be opened in the system's browser or mail program. */
const EXTERNAL_PREFIXES = ['mailto:obs-cloud-z3.servicedesk@orange.com', 'https://cloud.orange-business.com/'];

/** Every way to ask for something that is not the window's own. Its own files are not asked about: that would cost each a turn here. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

const isOurs = (url: string): boolean => url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);

const confine = (contents: WebContents, log: Log): void => {
  const refuse = (event: { preventDefault: () => void }, url: string, what: string): void => {
    if (isOurs(url)) return;
    event.preventDefault();
    log('warn', 'security/refused', { what, url: url.slice(0, 200) });
  };
  contents.on('will-navigate', (event, url) => refuse(event, url, 'navigation'));
  contents.on('will-redirect', (event, url) => refuse(event, url, 'redirect'));
  contents.on('will-frame-navigate', (event) => refuse(event, event.url, 'frame'));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (EXTERNAL_PREFIXES.some((prefix) => url.startsWith(prefix))) void shell.openExternal(url);
    else log('warn', 'security/refused', { what: 'window', url: url.slice(0, 200) });
    return { action: 'deny' };
  });
};

/** Closes every way out of the window: permissions, navigation, frames, new windows, and the network. */
export const secure = (log: Log): void => {
  app.on('web-contents-created', (_event, contents) => confine(contents, log));
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    // Writing to the clipboard follows a press of the user; nothing else is ever asked.
    answer(permission === 'clipboard-sanitized-write');
  });
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  defaultSession.webRequest.onBeforeRequest({ urls: OUTSIDE }, (details, answer) => {
    log('warn', 'security/refused', { what: 'request', url: details.url.slice(0, 200) });
    answer({ cancel: true });
  });
};
