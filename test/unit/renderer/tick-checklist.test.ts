import { expect, it, vi } from 'vitest';

type Page = { readonly row: { readonly id: string; readonly version: number }; readonly checklist: readonly unknown[] };

const { pages, sent } = vi.hoisted(() => ({ pages: new Map<string, Page>(), sent: [] as string[] }));

vi.mock('../../../renderer/ipc/client.ts', () => ({
  call: (_name: string, { id }: { readonly id: string }) => {
    sent.push(id);
    return Promise.resolve(pages.get(id));
  },
}));
vi.mock('../../../renderer/ipc/coaching-queries.ts', () => ({ sessionQuery: (id: string) => ({ queryKey: id }) }));
vi.mock('../../../renderer/ipc/query-client.ts', () => ({
  queryClient: { getQueryData: (id: string) => pages.get(id) },
}));
vi.mock('../../../renderer/ui/report-failure.ts', () => ({ reportFailure: vi.fn() }));
vi.mock('../../../renderer/features/coaching/use-session-action.ts', () => ({
  showSessionPage: (page: Page) => pages.set(page.row.id, page),
}));

const { tickChecklist } = await import('../../../renderer/features/coaching/tick-checklist.ts');

it('sends the ticks of each session, and the last of several of one', async () => {
  for (const id of ['a', 'b']) pages.set(id, { row: { id, version: 1 }, checklist: [{ text: 'x', isDone: false }] });
  const tick = (id: string): void => tickChecklist(pages.get(id) as unknown as Parameters<typeof tickChecklist>[0], 0);
  tick('a');
  tick('a');
  tick('b');
  await vi.waitFor(() => expect(sent).toEqual(['a', 'b']));
});
