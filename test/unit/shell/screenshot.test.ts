import type { BrowserWindow } from 'electron';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeScreenshot } from '../../../electron/shell/screenshot.ts';

/** A window that puts something on the screen only when it is asked for the `nth` time, as a busy machine's does. */
const windowShownAt = (nth: number): BrowserWindow => {
  let asked = 0;
  const capturePage = (): Promise<unknown> => {
    asked += 1;
    const isEmpty = asked < nth;
    return Promise.resolve({ isEmpty: () => isEmpty, toPNG: () => Buffer.from(isEmpty ? '' : 'PNG') });
  };
  return { webContents: { capturePage } } as unknown as BrowserWindow;
};

describe('a picture of the window', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-shot-'));
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is taken again until there is one', async () => {
    const path = join(folder, 'deep', 'shown.png');
    const taken = takeScreenshot(windowShownAt(4), path);
    await vi.runAllTimersAsync();
    expect(await taken).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe('PNG');
  });

  it('is refused, and no empty file is written, where nothing is ever shown', async () => {
    const path = join(folder, 'never.png');
    const refused = expect(takeScreenshot(windowShownAt(Infinity), path)).rejects.toThrow(/nothing on the screen/u);
    await vi.runAllTimersAsync();
    await refused;
    expect(existsSync(path)).toBe(false);
  });
});
