import type { Page } from '@playwright/test';
import { start, type Console } from './app.ts';

/** Starts as if an instant were now: the core by its offset, the window by a clock of its own that runs on from there. */
export const startAt = async (userData: string, iso: string, args: readonly string[]): Promise<Console> => {
  const offset = `--clock-offset-ms=${Date.parse(iso) - Date.now()}`;
  const console = await start({ userData, args: [...args, offset] });
  await setWindowTime(console.page, Date.parse(iso));
  return console;
};

/** The window's clock alone; the core keeps its own. */
export const setWindowTime = (page: Page, ms: number): Promise<void> => page.clock.setSystemTime(ms);
