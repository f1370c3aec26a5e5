import type { ElectronApplication, Page } from '@playwright/test';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';

/** An instant of the last month that is over, by UTC; hours near midnight are of another month in Paris. */
export const lastMonth = (day: number, hour: number, minute = 0): number => {
  const now = new Date();
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, day, hour, minute);
};

const YEAR_MS = 366 * 86_400_000;

export { becomeLead } from './app.ts';

/** A customer on Silver for a year, speaking French. */
export const addCustomer = async (page: Page, name: string): Promise<number> =>
  (
    await ask(page, 'customer:save', {
      ...{ id: null, name, tier: 'silver', language: 'fr', sinceMs: Date.now() - YEAR_MS },
    })
  ).row.id;

type Work = Pick<CallInput<'expertise:log-work'>, 'startMs' | 'endMs'> & Partial<CallInput<'expertise:log-work'>>;

export const logWork = (page: Page, customerId: number, work: Work) =>
  ask(page, 'expertise:log-work', {
    ...{ customerId, expert: 'Ada', assignment: 'advice', isTimed: true, ticketId: null, note: null },
    ...{ isCustomerFault: null, overageReason: null },
    ...work,
  });

/** A pack of an hour, and work that uses the month, the pack, and a quarter of an hour more. */
export const fillLastMonth = async (page: Page, customerId: number): Promise<void> => {
  await ask(page, 'expertise:add-pack', {
    ...{ customerId, minutes: 60, fromMs: lastMonth(5, 8), untilMs: null, order: 'PO-1', note: null },
  });
  await logWork(page, customerId, { startMs: lastMonth(10, 9), endMs: lastMonth(10, 10, 10), note: 'sizing' });
  await logWork(page, customerId, { startMs: lastMonth(12, 9), endMs: lastMonth(12, 10, 40) });
  await logWork(page, customerId, {
    ...{ startMs: lastMonth(15, 9), endMs: lastMonth(15, 9, 15), assignment: 'report', overageReason: 'go-live' },
  });
};

/** The native dialog cannot be pressed by a test: it answers with this file, or with none. */
export const chooseTarget = (app: ElectronApplication, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);

/** Runs a command by its name in the palette. */
export const runFromPalette = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill(name);
  await page.getByTestId('palette-option').filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
};
