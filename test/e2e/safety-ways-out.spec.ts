import { createServer } from 'node:http';
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { expect, fixture, start, test, type Console } from './app.ts';

const LOG = fixture('servicenow-incident-log', 'incident_event_log_dev.csv');

/** What listens on this machine for whatever leaves the window: a page, and a place where peers meet. */
const listen = async () => {
  const heard: string[] = [];
  const server = createServer((request, answer) => {
    heard.push(`http ${request.url}`);
    answer.setHeader('access-control-allow-origin', '*');
    answer.end('document.title = "remote"');
  });
  const socket = createSocket('udp4', () => {});
  socket.on('message', () => heard.push('udp'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    origin: `http://127.0.0.1:${port}`,
    stun: `stun:127.0.0.1:${socket.address().port}`,
    close: () => {
      server.close();
      socket.close();
    },
  };
};

/** What would leave Vigie by the system is noted instead. */
const noteExternal = ({ app }: Console): Promise<void> =>
  app.evaluate(({ shell, session }) => {
    const noted: string[] = [];
    Reflect.set(globalThis, 'noted', noted);
    shell.openExternal = (url) => Promise.resolve(void noted.push(`opened ${url}`));
    session.defaultSession.on('will-download', (event) => noted.push(`download ${event.defaultPrevented}`));
  });

const notedIn = ({ app }: Console): Promise<string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'noted') as string[]);

test('nothing leaves the window, and nothing from outside comes into it', async ({ userData }) => {
  const outside = await listen();
  const console = await start({ userData, args: ['--sample', '--language=en'], mayFail: true });
  const { page, close } = console;
  await page.waitForSelector('html[data-app-state="ready"]');
  await noteExternal(console);
  const address = page.url();
  const seen = await page.evaluate(
    async ({ origin, stun }) => {
      const isLoaded = (element: HTMLElement): Promise<boolean> =>
        new Promise((done) => {
          element.addEventListener('load', () => done(true));
          element.addEventListener('error', () => done(false));
          setTimeout(done, 1_500, false);
          document.body.append(element);
        });
      const made = (name: string, facts: Record<string, string>): HTMLElement =>
        Object.assign(document.createElement(name), facts);
      const isDenied = (asked: Promise<unknown>): Promise<boolean> =>
        asked.then(
          () => false,
          () => true,
        );
      const isFetched = (url: string): Promise<boolean> =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        );

      const inline = document.createElement('script');
      inline.textContent = 'document.title = "inline"';
      document.body.append(inline);
      const pressed = made('a', { href: 'javascript:document.title = "link"' });
      document.body.append(pressed);
      pressed.click();

      const loaded = await Promise.all([
        isLoaded(made('script', { src: `${origin}/script.js` })),
        isLoaded(made('script', { src: 'data:text/javascript,document.title="data"' })),
        isLoaded(made('img', { src: `${origin}/picture.png` })),
        isLoaded(made('link', { rel: 'stylesheet', href: `${origin}/style.css` })),
      ]);
      const frame = made('iframe', { src: `${origin}/frame` });
      document.body.append(frame);
      document.body.append(made('webview', { src: `${origin}/webview` }), made('object', { data: `${origin}/object` }));
      const form = made('form', { action: `${origin}/form`, method: 'post' }) as HTMLFormElement;
      document.body.append(form);
      form.submit();

      const peers = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
      peers.createDataChannel('out');
      await peers.setLocalDescription(await peers.createOffer());
      let isWorkerRun = true;
      try {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
        isWorkerRun = await new Promise((done) => {
          worker.addEventListener('message', () => done(true));
          worker.addEventListener('error', () => done(false));
        });
      } catch {
        isWorkerRun = false;
      }

      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      const answers = {
        title: document.title,
        loaded,
        isWorkerRun,
        isBeaconSent: navigator.sendBeacon(`${origin}/beacon`, 'x') && (await isFetched(`${origin}/beacon`)),
        fetched: await Promise.all(
          [
            `${origin}/fetch`,
            'file:///etc/passwd',
            'app://vigie/../package.json',
            'app://vigie/..%2f..%2fpackage.json',
            'app://vigie/..%5c..%5cpackage.json',
            'app://vigie/%2e%2e/%2e%2e/package.json',
            'app://vigie/assets/..%2f..%2fmain/main.js',
            'app://vigie/index.html%00.js',
            'app://vigie/%',
            'app://other/index.html',
          ].map(isFetched),
        ),
        // A path that does not exist fails too: the page's own is there.
        isPageFetched: await isFetched('app://vigie/index.html'),
        policy: (await fetch('app://vigie/index.html')).headers.get('content-security-policy')?.split('; ').toSorted(),
        cameraDenied: await isDenied(navigator.mediaDevices.getUserMedia({ video: true })),
        screenDenied: await isDenied(navigator.mediaDevices.getDisplayMedia()),
        placeDenied: await isDenied(new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
        notifications: await Notification.requestPermission(),
        permissions: await Promise.all(['clipboard-read', 'microphone', 'midi'].map(state)),
      };
      peers.close();
      return answers;
    },
    { origin: outside.origin, stun: outside.stun },
  );
  expect(seen).toMatchObject({
    loaded: [false, false, false, false],
    isWorkerRun: false,
    isBeaconSent: false,
    fetched: Array.from({ length: 10 }, () => false),
    isPageFetched: true,
    policy: [
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
    ],
    cameraDenied: true,
    screenDenied: true,
    placeDenied: true,
    notifications: 'denied',
    permissions: ['denied', 'denied', 'denied'],
  });
  expect(seen.title).toBe('Vigie');

  // Windows, downloads and links, as a page does that somebody else speaks through.
  await page.evaluate((origin) => {
    for (const url of [
      origin,
      'file:///etc/passwd',
      'smb://host/share',
      'vigie:open',
      'mailto:obs-cloud-z3.servicedesk@orange.com?attach=/etc/passwd',
      'mailto:obs-cloud-z3.servicedesk@orange.com,other@example.com',
      'https://cloud.orange-business.com.example.com/',
      'https://cloud.orange-business.com/en/',
    ]) {
      window.open(url);
    }
    const link = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(new Blob(['#!/bin/sh'])),
      download: 'run.sh',
    });
    document.body.append(link);
    link.click();
    location.href = `${origin}/navigation`;
  }, outside.origin);
  await expect.poll(() => notedIn(console)).toHaveLength(2);
  expect((await notedIn(console)).toSorted()).toEqual([
    'download true',
    'opened https://cloud.orange-business.com/en/',
  ]);

  // An address that is dropped, and one that the page takes for a file.
  const session = await page.context().newCDPSession(page);
  const data = {
    items: [{ mimeType: 'text/uri-list', data: `${outside.origin}/dropped` }],
    files: [],
    dragOperationsMask: 1,
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  const offered = await page.evaluate(
    (path) => Reflect.get(window, 'vigie').offerFiles([{ path, name: 'x.csv' }, Object.create(null)]),
    LOG,
  );
  expect(offered).toMatchObject({ ok: false, error: { code: 'import/no-files' } });

  expect(page.url()).toBe(address);
  expect(await console.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(outside.heard).toEqual([]);
  outside.close();
  await close();
});
