import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { runFromPalette } from './hours.ts';

export const openReports = async (page: Page, name = 'Show the reports'): Promise<void> => {
  await runFromPalette(page, name);
  await page.getByTestId('report-body').waitFor();
};

/** The part is drawn. */
export const expectSection = (page: Page, section: string): Promise<void> =>
  expect(page.getByTestId('report-body')).toHaveAttribute('data-section', section);
