import type { Database } from '../db/database.ts';

/** Keeps answers until the next commit, of this process or another, the `most` last made of them; one without a key is made anew each time. */
export const createKeeper = <Value>(
  database: Database,
  most: number,
): ((key: string | null, make: () => Value) => Value) => {
  const kept = new Map<string, { readonly value: Value }>();
  let version = '';
  return (key, make) => {
    if (key === null) return make();
    const current = database.dataVersion();
    if (current !== version) kept.clear();
    version = current;
    const known = kept.get(key);
    if (known !== undefined) return known.value;
    const value = make();
    kept.set(key, { value });
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
};
