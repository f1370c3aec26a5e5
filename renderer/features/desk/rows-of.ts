import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { call } from '../../ipc/client.ts';
import { knownRows } from '../../ipc/known-facts.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** So few are asked for one by one, wherever they are in the list. */
const FEW = 20;
const AT_ONCE = 200;
/** Most tickets that one command may change. */
const MOST = 1_000;

/** The rows that the window has of some tickets; null where it has not all of them. */
export const rowsAtHand = (ids: readonly number[]): readonly QueueRow[] | null => {
  const known = knownRows();
  const rows = ids.flatMap((id) => known.get(id) ?? []);
  return rows.length === ids.length ? rows : null;
};

const askEach = (ids: readonly number[]): Promise<QueueRow[]> =>
  Promise.all(ids.map(async (id) => (await call('ticket:get-detail', { id })).row));

const askList = async (ids: ReadonlySet<number>): Promise<QueueRow[]> => {
  const { filter, sort } = useUiStore.getState();
  const found: QueueRow[] = [];
  for (let offset = 0; offset < MOST && found.length < ids.size; offset += AT_ONCE) {
    const { rows, total } = await call('queue:get-page', { filter, sort, offset, limit: AT_ONCE });
    found.push(...rows.filter(({ id }) => ids.has(id)));
    if (offset + AT_ONCE >= total) break;
  }
  return found;
};

/** The rows of checked tickets, also of those that were scrolled away: a form offers what they have in common. */
export const askRows = async (ids: readonly number[]): Promise<readonly QueueRow[]> => {
  const known = knownRows();
  const missing = ids.filter((id) => !known.has(id));
  const asked = missing.length <= FEW ? await askEach(missing) : await askList(new Set(missing));
  const all = new Map([...known, ...asked.map((row) => [row.id, row] as const)]);
  return ids.flatMap((id) => all.get(id) ?? []);
};
