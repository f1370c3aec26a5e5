import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, start, test } from './app.ts';

test('the window comes back where it was, as large and as far zoomed', async ({ userData }) => {
  const args = ['--language=en', '--size=']; // no fixed size: the window's own is kept
  const first = await start({ userData, args });
  await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 40, y: 30, width: 1200, height: 777 });
    window?.webContents.setZoomFactor(1.25);
  });
  await first.close();
  const again = await start({ userData, args });
  const seen = await again.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { ...window?.getBounds(), zoom: window?.webContents.getZoomFactor() };
  });
  expect(seen).toMatchObject({ width: 1200, height: 777, zoom: 1.25 });
  await again.close();
});

test('the log is one JSON line an event, without ticket text', async ({ userData }) => {
  const { close } = await start({ userData, args: ['--sample', '--language=en'] });
  await close();
  const lines = readFileSync(join(userData, 'logs/vigie.log'), 'utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { event: string; level: string });
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['db/opened', 'window/ready']));
  expect(events.filter(({ level }) => level === 'error')).toEqual([]);
});
