import { app, session, shell, type Session, type WebContents } from 'electron';
import type { Log } from '../core/log.ts';
import { isOurs, isOurPage } from './app-files.ts';
import { externalUrl } from './external-url.ts';

/** Every way to ask for something that is not the window's own. Its own files are not asked about: that would cost each a turn here. */
const OUTSIDE = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file:///*'];

/** Writing to the clipboard follows a press of the user; nothing else is ever asked. */
const PERMITTED = 'clipboard-sanitized-write';

/** What is told of an address that was refused: enough to know it, and no more than a line. */
const told = (url: string): string => url.slice(0, 200);

const confine = (contents: WebContents, log: Log): void => {
  const refuse = (event: { preventDefault: () => void }, url: string, what: string): void => {
    if (isOurPage(url)) return;
    event.preventDefault();
    log('warn', 'security/refused', { what, url: told(url) });
  };
  contents.on('will-navigate', (event, url) => refuse(event, url, 'navigation'));
  contents.on('will-redirect', (event, url) => refuse(event, url, 'redirect'));
  contents.on('will-frame-navigate', (event) => refuse(event, event.url, 'frame'));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const external = externalUrl(url);
    if (external === null) log('warn', 'security/refused', { what: 'window', url: told(url) });
    else void shell.openExternal(external).catch(() => log('warn', 'security/no-program', { url: told(external) }));
    return { action: 'deny' };
  });
  // What a connection between peers sends passes by the policy of the page and by all that is asked below.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

const close = (session: Session, log: Log): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const isPermitted = permission === PERMITTED && isMainFrame && isOurs(requestingUrl);
    if (!isPermitted) log('warn', 'security/refused', { what: 'permission', permission });
    answer(isPermitted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === PERMITTED && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  // Files are written by `save-file.ts` alone, where the user chose.
  session.on('will-download', (event, item) => {
    event.preventDefault();
    log('warn', 'security/refused', { what: 'download', url: told(item.getURL()) });
  });
  session.webRequest.onBeforeRequest({ urls: OUTSIDE }, (details, answer) => {
    log('warn', 'security/refused', { what: 'request', url: told(details.url) });
    answer({ cancel: true });
  });
};

/** Closes every way out of the window: permissions, navigation, frames, new windows, downloads, and the network. */
export const secure = (log: Log): void => {
  app.on('web-contents-created', (_event, contents) => confine(contents, log));
  app.on('session-created', (made) => close(made, log));
  close(session.defaultSession, log);
};

/**
 * No name has an address: what asks for one without a request of the page's, as prefetching does, gets none either. Must run before the
 * application is ready.
 */
export const closeNetwork = (): void => app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
