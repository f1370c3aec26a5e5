import type { Page } from '@playwright/test';
import type { HandoverPage } from '../../shared/ipc/handover-calls.ts';
import { expect } from './app.ts';
import { ask } from './ask.ts';

const SHIFT_MS = 8 * 3_600_000;

/** Somebody else sits down at the desk. */
export const be = async (page: Page, name: string, role: 'agent' | 'expert' | 'lead' = 'agent'): Promise<void> => {
  await ask(page, 'app:set-preferences', { me: { name, role, level: 'L1' } });
  await expect(page.getByTestId('profile-entry')).toContainText(name);
};

export const itemOf = (page: Page, id: string) => page.locator(`[data-testid="handover-item"][data-item="${id}"]`);
export const headOf = (page: Page, id: string) => itemOf(page, id).getByTestId('handover-item-head');

export const goToHandover = async (page: Page): Promise<void> => {
  await page.getByTestId('handover-button').press('Enter');
  await expect(page.getByTestId('handover-screen')).toBeVisible();
};

/** A handover begun by Ada, without the window. */
export const beginAsAda = async (page: Page): Promise<HandoverPage> => {
  await page.getByTestId('queue-row').first().waitFor();
  await be(page, 'Ada Martin');
  return ask(page, 'handover:begin', { untilMs: Date.now() + SHIFT_MS });
};

/** Signed by both; Bo accepted all but the last three. */
export const handOver = async (
  page: Page,
): Promise<{ readonly signed: HandoverPage; readonly left: readonly string[] }> => {
  const begun = await beginAsAda(page);
  const { id } = await ask(page, 'handover:offer', { id: begun.id, expectedVersion: begun.version });
  await be(page, 'Bo Larsson');
  const ids = begun.items.map((item) => item.id);
  const accepted = await ask(page, 'handover:accept', { id, itemIds: ids.slice(0, -3) });
  const signed = await ask(page, 'handover:sign', { id, expectedVersion: accepted.version });
  return { signed, left: ids.slice(-3) };
};
