import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`] },
});

/** Of two cores the runner itself needs none for long. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    projects: ['unit', 'property', 'db', 'contract', 'faults', 'fuzz'].map(project),
    testTimeout: 20_000,
    maxWorkers,
  },
});
