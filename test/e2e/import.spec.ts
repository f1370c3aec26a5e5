import { readFileSync } from 'node:fs';
import { chooseFiles, expect, fixture, start, test } from './app.ts';

const LOG = fixture('servicenow-incident-log', 'incident_event_log_dev.csv');
const EXPECTED = JSON.parse(readFileSync(fixture('servicenow-incident-log', 'EXPECTED.json'), 'utf8')) as {
  rows: number;
  incidents: number;
};

test('imports a real log through the dialog, keeps it over a restart, and adds nothing the second time', async ({
  userData,
}) => {
  const first = await start({ userData, args: ['--language=en'] });
  await chooseFiles(first.app, [LOG]);
  await first.page.keyboard.press('i');
  const dialog = first.page.getByTestId('import-dialog');
  await expect(dialog).toContainText('691');
  await first.page.getByTestId('import-run').click();
  const report = first.page.getByTestId('import-report');
  await expect(report).toContainText('691', { timeout: 30_000 });
  await expect(report).toContainText(/4[,\u202f\u00a0 ]?658/);
  await first.page.keyboard.press('Escape');
  const all = first.page.getByTestId('view-tab-all');
  await expect(all.locator('[data-count]')).toHaveAttribute('data-count', String(EXPECTED.incidents));
  await all.click();
  await expect(first.page.getByTestId('queue-row').first()).toBeVisible();
  await first.close();

  const again = await start({ userData, args: ['--language=en'] });
  await expect(again.page.getByTestId('view-tab-all').locator('[data-count]')).toHaveAttribute(
    'data-count',
    String(EXPECTED.incidents),
  );
  await chooseFiles(again.app, [LOG]);
  await again.page.keyboard.press('i');
  await expect(again.page.getByTestId('import-dialog')).toContainText('691');
  await again.page.getByTestId('import-run').click();
  await expect(again.page.getByTestId('import-report')).toBeVisible({ timeout: 30_000 });
  await again.page.keyboard.press('Escape');
  await expect(again.page.getByTestId('view-tab-all').locator('[data-count]')).toHaveAttribute(
    'data-count',
    String(EXPECTED.incidents),
  );
  await again.close();
});

test('a file that is no export gets one clear sentence, and nothing is imported', async ({ own: { app, page } }) => {
  await chooseFiles(app, [fixture('sla', 'answers.jsonl')]);
  await page.keyboard.press('i');
  await expect(page.getByTestId('import-dialog').getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('view-tab-all').locator('[data-count]')).toHaveAttribute('data-count', '0');
});

test('an import from the sample workspace goes into the own queue', async ({ samples: { app, page } }) => {
  await chooseFiles(app, [LOG]);
  await page.keyboard.press('i');
  await expect(page.getByTestId('import-dialog')).toContainText('691');
  await page.getByTestId('import-run').click();
  await expect(page.getByTestId('import-report')).toContainText('691', { timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('sample-banner')).toHaveCount(0);
  await expect(page.getByTestId('view-tab-all').locator('[data-count]')).toHaveAttribute('data-count', '691');
});

test('a file dropped on the window is offered for import', async ({ own: { app, page } }) => {
  // A drop of the window system, as the debugger can make one: the file has a path only for the shell.
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [LOG], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await expect(page.getByTestId('import-dialog')).toContainText('691');
  await expect(page.getByTestId('import-dialog')).toContainText('incident_event_log_dev.csv');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
