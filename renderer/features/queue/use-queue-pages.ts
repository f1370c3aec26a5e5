import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { PAGE_ROWS, queuePageQuery, type AnsweredPage, type QueueQuery } from '../../ipc/queries.ts';
import { areAllNear, indexesById, pagesAround, rowAtOf, type RowAt } from './page-window.ts';

/** The first page of the list: it tells the total, and under which filter and sort the list stands. */
export const useQueueHead = (wanted: QueueQuery) => {
  const { data, error, failureReason, isPlaceholderData, refetch } = useQuery({
    ...queuePageQuery(wanted, 0),
    // Rows of another instant would be read with this one's clock.
    placeholderData: (before) => (before?.query.asOfMs === wanted.asOfMs ? before : undefined),
  });
  return { head: data ?? null, error, failure: error ?? failureReason, isSwitching: isPlaceholderData, refetch };
};

/** While rows fly by, their pages are not asked for; this long after they stopped they are. */
const SETTLE_MS = 60;

/** Page numbers that are worth loading: those in sight and near, once the scroller stays with them. */
const useSettledPages = (first: number, last: number, total: number): readonly number[] => {
  const [settled, setSettled] = useState<readonly number[]>([0]);
  const pages = pagesAround(first, last, total, PAGE_ROWS);
  const key = pages.join(' ');
  const isSettled = key === settled.join(' ');
  const isNear = areAllNear(pages, settled);
  if (!isSettled && isNear) setSettled(pages);
  useEffect(() => {
    if (isSettled || isNear) return undefined;
    const timer = setTimeout(() => setSettled(key.split(' ').map(Number)), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [key, isNear, isSettled]);
  return settled;
};

const isAnswered = (page: AnsweredPage | undefined): page is AnsweredPage => page !== undefined;

export type LoadedRows = {
  readonly rows: readonly QueueRow[];
  readonly rowAt: RowAt;
  readonly indexById: ReadonlyMap<number, number>;
};

/** The loaded rows around `first` to `last`, under the filter and sort that the list stands in. */
export const useQueuePages = (shown: QueueQuery, first: number, last: number, total: number): LoadedRows => {
  const indexes = useSettledPages(first, last, total);
  const results = useQueries({ queries: indexes.map((index) => queuePageQuery(shown, index)) });
  const answers = results.map(({ data }) => data).filter(isAnswered);
  const [known, setKnown] = useState(answers);
  const isSame = known.length === answers.length && known.every((answer, i) => answer === answers[i]);
  if (!isSame) setKnown(answers);
  return useMemo(() => {
    const pages = known.map(({ page }) => page);
    return {
      rows: pages.flatMap((page) => page.rows),
      rowAt: rowAtOf(pages, PAGE_ROWS),
      indexById: indexesById(pages),
    };
  }, [known]);
};
