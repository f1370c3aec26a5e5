import type { Statement } from 'better-sqlite3';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import type { Database } from '../db/database.ts';
import { createKeeper } from './keeper.ts';
import { filterKey, filterSql, type Looking } from './queue-filter-sql.ts';
import { tableSql } from './queue-table.ts';
import type { SearchHits } from './search-repo.ts';

/** State, tier and assignee of tickets, and how many they are. */
export type FacetCount = {
  readonly state: string;
  readonly tier: string;
  readonly assignee: string | null;
  readonly count: number;
};

/** The tickets of a filter, each with the number of its facets among the different ones that there are. */
type Facets = {
  readonly ids: readonly number[];
  readonly kinds: Uint32Array;
  readonly different: readonly Omit<FacetCount, 'count'>[];
};

type Row = [id: number, state: string, tier: string, assignee: string | null];

const COLUMNS = 'ticket_id, state, tier, assignee';
/** Up to so many hits are looked up one by one. */
const FEW = 4_000;

const toFacets = (rows: readonly Row[]): Facets => {
  const numbers = new Map<string, number>();
  const different: Omit<FacetCount, 'count'>[] = [];
  const kinds = new Uint32Array(rows.length);
  const ids = rows.map(([id, state, tier, assignee], i) => {
    const key = `${state}\n${tier}\n${assignee ?? '\n'}`;
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = different.length));
      different.push({ state, tier, assignee });
    }
    kinds[i] = number;
    return id;
  });
  return { ids, kinds, different };
};

/**
 * How many hits of a search have which state, tier and assignee. Of many hits, those of every ticket of the filter are read once and kept
 * until the next commit: whoever types on waits for them once.
 */
export const createSearchFacets = (database: Database, statement: (sql: string) => Statement<unknown[]>) => {
  const kept = createKeeper<Facets>(database, 4);
  const read = (sql: string, ...parameters: readonly unknown[]): Facets =>
    toFacets(
      statement(sql)
        .raw()
        .all(...parameters) as Row[],
    );

  return (filter: QueueFilter, { ids, has }: SearchHits, looking: Looking): readonly FacetCount[] => {
    const rest = { ...filter, text: '' };
    const facets =
      ids.length <= FEW
        ? read(`SELECT ${COLUMNS} FROM ticket WHERE ticket_id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
        : kept(filterKey(rest, looking), () => {
            const where = filterSql(rest, looking);
            return read(`SELECT ${COLUMNS} FROM ${tableSql(rest, 'due')} WHERE ${where.text}`, ...where.parameters);
          });
    const counts = new Uint32Array(facets.different.length);
    facets.ids.forEach((id, i) => {
      const kind = facets.kinds[i] ?? 0;
      if (has(id)) counts[kind] = (counts[kind] ?? 0) + 1;
    });
    return facets.different.map((facet, i) => ({ ...facet, count: counts[i] ?? 0 }));
  };
};
