import { defineConfig } from '@playwright/test';
import { displays } from './displays.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each test starts the real application: as many at a time as there are displays, for a display has one focus.
  workers: displays.length,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: '../../test-results',
  reporter: [['list']],
});
