import { expect, it } from 'vitest';
import { askCounts, type Ask } from '../../../electron/shell/ask-counts.ts';
import type { CallName } from '../../../shared/ipc/contract.ts';

const asking = (answers: Partial<Record<CallName, unknown>>) => {
  const asked: CallName[] = [];
  const ask: Ask = (name) => {
    asked.push(name);
    return Promise.resolve((answers[name] ?? null) as never);
  };
  return { asked, ask };
};

it('the tray shows what the core counts', async () => {
  const { ask } = asking({ 'queue:count-filters': { counts: [2, 3] }, 'watch:list': { alarms: [], unseenCount: 4 } });
  expect(await askCounts(ask)).toEqual({ breached: 2, atRisk: 3, unseen: 4 });
});

it('a core that does not answer is not asked twice: each question would start it again', async () => {
  const { ask, asked } = asking({});
  expect(await askCounts(ask)).toBeNull();
  expect(asked).toHaveLength(1);
});
