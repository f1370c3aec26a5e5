import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each test starts the real application; two at a time would share two cores and one screen.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: '../../test-results',
  reporter: [['list']],
});
