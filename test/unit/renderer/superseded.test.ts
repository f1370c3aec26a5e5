import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { queuePageQuery } from '../../../renderer/ipc/queries.ts';
import { backToNow, showInstant, wantInstant } from '../../../renderer/state/replay-store.ts';
import { DEFAULT_SORT } from '../../../renderer/state/ui-store.ts';

const page = (asOfMs: number | null) => queuePageQuery({ filter: EMPTY_FILTER, sort: DEFAULT_SORT, asOfMs }, 0);

/** A core that an instant's question reaches too early as often as is said. */
const coreThatSupersedes = (times: number) => {
  let asked = 0;
  const superseded = { ok: false, error: { code: 'replay/superseded', message: '', values: {} } };
  const answered = { ok: true, value: { rows: [], total: 0 } };
  vi.stubGlobal('window', { vigie: { call: async () => (++asked <= times ? superseded : answered) } });
  return () => asked;
};

const fetchPage = (asOfMs: number | null) =>
  new QueryClient({ defaultOptions: { queries: { retry: false } } }).fetchQuery(page(asOfMs));

afterEach(() => {
  backToNow();
  vi.unstubAllGlobals();
});

it('asks again for the instant that is wanted', async () => {
  const asked = coreThatSupersedes(2);
  wantInstant(1_000);
  await fetchPage(1_000);
  expect(asked()).toBe(3);
});

it('gives way to another instant that is wanted meanwhile', async () => {
  const asked = coreThatSupersedes(2);
  showInstant(1_000);
  wantInstant(2_000);
  await expect(fetchPage(1_000)).rejects.toMatchObject({ code: 'replay/superseded' });
  expect(asked()).toBe(1);
});

it('asks again for the instant that is shown while no other is wanted, and for now', async () => {
  showInstant(1_000);
  let asked = coreThatSupersedes(1);
  await fetchPage(1_000);
  expect(asked()).toBe(2);
  asked = coreThatSupersedes(1);
  await fetchPage(null);
  expect(asked()).toBe(2);
});
