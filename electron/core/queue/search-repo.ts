import type { Statement } from 'better-sqlite3';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import type { Database } from '../db/database.ts';
import { createKeeper } from './keeper.ts';
import { filterKey, filterSql, searchQuery, type Looking } from './queue-filter-sql.ts';
import { tableSql } from './queue-table.ts';

/**
 * The tickets that the words of a search and the rest of its filter let through, in the order of their ids: later recorded ones stand
 * later.
 */
export type SearchHits = { readonly ids: readonly number[]; readonly has: (id: number) => boolean };

/** Words that more tickets have than this tell little apart, and scoring each of these would take too long: their latest stand first. */
export const MOST_RANKED = 10_000;

/** A set of small numbers: one byte each, so that 200,000 tickets are told apart in 200 kB. */
const setOf = (ids: readonly number[]): ((id: number) => boolean) => {
  let bytes: Uint8Array | null = null;
  const fill = (): Uint8Array => {
    const filled = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
    for (const id of ids) filled[id] = 1;
    return filled;
  };
  return (id) => (bytes ??= fill())[id] === 1;
};

/**
 * Reads of the search index. What the words find and what a filter lets through are read once each and kept until the next commit: a
 * page, its total, the pages after it and all counts are made from them, and joining 150,000 matches in SQL takes three times as long.
 */
export const createSearchRepo = (database: Database, statement: (sql: string) => Statement<unknown[]>) => {
  const matches = createKeeper<readonly number[]>(database, 8);
  const admitted = createKeeper<(id: number) => boolean>(database, 16);
  const found = createKeeper<SearchHits>(database, 16);
  const ranked = createKeeper<readonly number[]>(database, 4);

  const ids = (sql: string, ...parameters: readonly unknown[]): number[] =>
    statement(sql)
      .pluck()
      .all(...parameters) as number[];

  const matchesOf = (query: string): readonly number[] =>
    matches(query, () => ids('SELECT rowid FROM ticket_search WHERE ticket_search MATCH ?', query));

  const admittedBy = (filter: QueueFilter, looking: Looking): ((id: number) => boolean) | null => {
    const rest = { ...filter, text: '' };
    const where = filterSql(rest, looking);
    if (where.text === 'TRUE') return null;
    return admitted(filterKey(rest, looking), () =>
      setOf(ids(`SELECT ticket_id FROM ${tableSql(rest, 'due')} WHERE ${where.text}`, ...where.parameters)),
    );
  };

  /** Null where the filter has no words. */
  const hits = (filter: QueueFilter, looking: Looking): SearchHits | null => {
    if (filter.text.trim() === '') return null;
    return found(filterKey(filter, looking), () => {
      const query = searchQuery(filter.text);
      const all = query === null ? [] : matchesOf(query);
      const isAdmitted = all.length === 0 ? null : admittedBy(filter, looking);
      const through = isAdmitted === null ? all : all.filter(isAdmitted);
      return { ids: through, has: setOf(through) };
    });
  };

  /** The best fits first, a match in the reference before one in the title; of words that are too common for that, the latest. */
  const rankedHits = (filter: QueueFilter, looking: Looking): readonly number[] => {
    const query = searchQuery(filter.text);
    const all = hits(filter, looking)?.ids ?? [];
    if (query === null || all.length === 0) return all;
    return ranked(filterKey(filter, looking), () => {
      if (matchesOf(query).length > MOST_RANKED) return all.toReversed();
      return ids(
        `SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
         ORDER BY bm25(ticket_search, 10, 6, 4, 2, 1), rowid DESC`,
        query,
        JSON.stringify(all),
      );
    });
  };

  return { hits, rankedHits };
};
