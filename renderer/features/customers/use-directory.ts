import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CustomerRow } from '../../../shared/ipc/customer-schemas.ts';
import { customersQuery } from '../../ipc/customer-queries.ts';
import { useCustomerStore } from '../../state/customer-store.ts';

/** While somebody types, the core is not asked for every letter. */
const REST_MS = 80;

export type Directory = {
  readonly rows: readonly CustomerRow[];
  /** Those that fit; more than `rows` where the core sends only the first. */
  readonly total: number;
  /** By tier, of those that fit the text; null where not all of them are at hand. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** `rows` answer what is typed now. */
  readonly isCurrent: boolean;
};

const countTiers = (rows: readonly CustomerRow[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { tier } of rows) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return counts;
};

/** The customers that fit what is typed and chosen; null while the first answer is on its way. */
export const useDirectory = () => {
  const search = useCustomerStore((state) => state.search);
  const tier = useCustomerStore((state) => state.tier);
  const [asked] = useDebouncedValue(search.trim(), REST_MS);
  const all = useQuery({ ...customersQuery(asked, null), placeholderData: keepPreviousData });
  const isWhole = all.data !== undefined && all.data.rows.length === all.data.total;
  const ofTier = useQuery({
    ...customersQuery(asked, tier),
    enabled: tier !== null && all.data !== undefined && !isWhole,
    placeholderData: keepPreviousData,
  });
  const isAsked = asked === search.trim() && !all.isPlaceholderData;
  const directory = ((): Directory | null => {
    if (all.data === undefined) return null;
    const { rows, total } = all.data;
    if (tier === null) return { rows, total, counts: isWhole ? countTiers(rows) : null, isCurrent: isAsked };
    if (!isWhole) {
      if (ofTier.data === undefined) return null;
      return { ...ofTier.data, counts: null, isCurrent: isAsked && !ofTier.isPlaceholderData };
    }
    const fitting = rows.filter((row) => row.tier === tier);
    return { rows: fitting, total: fitting.length, counts: countTiers(rows), isCurrent: isAsked };
  })();
  return {
    directory,
    error: all.error ?? ofTier.error,
    retry: (): void => void (all.error === null ? ofTier : all).refetch(),
  };
};
