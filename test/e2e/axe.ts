import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** Axe finds nothing wrong with the page, or with the part of it under a selector. */
export const expectNoViolations = async (page: Page, within = 'body'): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(within).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
};
