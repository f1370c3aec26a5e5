import { defineConfig } from 'vitest/config';

const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`] },
});

export default defineConfig({
  test: { projects: ['unit', 'property', 'db', 'contract', 'faults'].map(project), testTimeout: 20_000 },
});
