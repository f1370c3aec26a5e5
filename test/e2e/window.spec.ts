import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronPath, expect, root, start, test } from './app.ts';

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

test('on a screen of another scale it is as large and as readable, and tells the same time', async ({ userData }) => {
  const args = ['--sample', '--language=en', '--size='];
  const seenOn = async (scale: number) => {
    const { app, page, close } = await start({ userData, args: [...args, `--force-device-scale-factor=${scale}`] });
    const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(await page.evaluate(() => devicePixelRatio)).toBe(scale);
    const row = page.locator('[data-testid="queue-table"] [role="row"][aria-rowindex="2"]');
    const clipped = await row.evaluate((one) =>
      [...one.querySelectorAll('[role="gridcell"] [data-clock]')].filter(
        (cell) => cell.scrollWidth > cell.clientWidth + 1,
      ),
    );
    expect(clipped).toHaveLength(0);
    const { height } = (await row.boundingBox()) ?? { height: 0 };
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 20, y: 20, width: 1200, height: 700 });
    });
    await close();
    return { bounds, height };
  };
  const one = await seenOn(1);
  const other = await seenOn(1.5);
  expect(other.bounds).toMatchObject({ width: 1200, height: 700 });
  expect(other.height).toBeCloseTo(one.height, 0);
});

test('the log is one JSON line an event, without ticket text', async ({ userData }) => {
  const { close } = await start({ userData, args: ['--sample', '--language=en'] });
  await close();
  const lines = readFileSync(join(userData, 'logs/vigie.log'), 'utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { event: string; level: string });
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['db/opened', 'window/ready']));
  expect(events.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a picture of the queue is written and the application ends with 0', async ({ userData }) => {
  const path = join(userData, 'pictures', 'vigie.png');
  const args = ['--sample', `--screenshot=${path}`, '--size=1366x768', '--language=fr', '--theme=dark'];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { status } = spawnSync(electronPath, [...sandbox, '--disable-gpu', root, `--user-data=${userData}`, ...args], {
    timeout: 40_000,
  });
  expect(status).toBe(0);
  const picture = readFileSync(path);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1366, 768]);
});
