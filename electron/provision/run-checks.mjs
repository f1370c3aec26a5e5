import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { modulePath, root } from './project.mjs';

/** Fewer than these and the layer check looks past the sources: its rules would hold on nothing. */
const MINIMUM_MODULES = 200;

const TSCONFIGS = [
  'shared/tsconfig.json',
  'electron/tsconfig.json',
  'electron/tsconfig.electron25.json',
  'electron/preload/tsconfig.json',
  'renderer/tsconfig.json',
  'test/tsconfig.json',
];

const CHECKS = [
  ...TSCONFIGS.map((file) => ({ name: `types: ${file}`, program: 'typescript/bin/tsc', args: ['-p', file], file })),
  { name: 'lint', program: 'oxlint/bin/oxlint', args: [] },
  {
    name: 'layers',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'test'],
    file: '.dependency-cruiser.cjs',
    complaint: complainOfFewModules,
  },
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'dead code', program: 'knip/bin/knip.js', args: [] },
];

/** Checks run side by side: most of them use one core. */
const AT_ONCE = Math.min(2, availableParallelism());

/** Runs every check and shows what those that fail say; gives their names and whether each passed. */
export async function runChecks() {
  const waiting = [...CHECKS];
  const results = [];
  const run = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const startedAt = Date.now();
      const complaint = await complaintOf(check);
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      console.log(`${complaint === null ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
      if (complaint !== null) console.log(`${complaint.trimEnd()}\n`);
      results.push({ name: check.name, isPassed: complaint === null });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return results;
}

async function complaintOf({ program, args, file, complaint }) {
  if (file !== undefined && !existsSync(join(root, file))) return `${file} is missing.`;
  const { status, output } = await runQuietly(process.execPath, [modulePath(program), ...args], { cwd: root });
  if (status !== 0) return output;
  return complaint?.(output) ?? null;
}

function complainOfFewModules(output) {
  const count = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  return count >= MINIMUM_MODULES ? null : `It saw ${count} modules, and ${MINIMUM_MODULES} or more are expected.`;
}
