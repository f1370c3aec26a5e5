import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTickets } from '../../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import type { ReportPage } from '../../../shared/ipc/report-schemas.ts';
import { FIGURES, type FigureId } from '../../../shared/report/figures.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { createWorld, instant } from '../../support/world.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const NOW = '2026-11-23T09:00:00Z';
const world = createWorld({ now: NOW });
beforeAll(async () => {
  await world.core.fillWithSamples();
  await world.core.imports.take(seedTickets({ count: 400, seed: 4, nowMs: instant(NOW) }));
});
afterAll(world.close);

const report = (fromMs: number, toMs: number): Promise<ReportPage> =>
  world.call('report:get', {
    ...{ fromMs, toMs, filter: { ...EMPTY_FILTER, view: 'all' }, asOfMs: null, step: 'month', compare: false },
  });

/** What is told of the end of a period does not add up over periods. */
const STANDS = new Set<string>(Object.keys(FIGURES).filter((id) => FIGURES[id as FigureId].family === 'backlog'));

type Sums = Record<string, { n: number; sum: number }>;
const sumsOf = (pages: readonly ReportPage[]): Sums => {
  const sums: Sums = {};
  for (const { lines } of pages) {
    for (const { figure, by, key, n, count, value } of lines) {
      if (STANDS.has(figure) || (n === 0 && (value ?? 0) === 0)) continue;
      const sum = (sums[`${figure} ${by} ${key}`] ??= { n: 0, sum: 0 });
      sum.n += n;
      // A median is no sum.
      sum.sum += count ?? (FIGURES[figure].unit === 'times' ? 0 : (value ?? 0));
    }
  }
  return sums;
};

const backlog = ({ lines }: ReportPage): number =>
  lines.find(({ figure, by }) => figure === 'backlog' && by === null)?.n ?? 0;
const countOf = ({ lines }: ReportPage, figure: FigureId): number =>
  lines.find((line) => line.figure === figure && line.by === null)?.n ?? 0;

const NOW_MS = instant(NOW);
const instants = fc.integer({ min: NOW_MS - 60 * DAY_MS, max: NOW_MS + 5 * DAY_MS });
const periods = fc
  .uniqueArray(instants, { minLength: 3, maxLength: 3 })
  .map((three) => three.toSorted((a, b) => a - b) as [number, number, number]);

describe('a period split in two', () => {
  it('adds up to the same: every line of every figure that is a sum', async () => {
    await fc.assert(
      fc.asyncProperty(periods, async ([fromMs, middleMs, toMs]) => {
        const [first, second, whole] = await Promise.all([
          report(fromMs, middleMs),
          report(middleMs, toMs),
          report(fromMs, toMs),
        ]);
        expect(sumsOf([first, second])).toEqual(sumsOf([whole]));
        // What was open, what came, what came back, what went.
        const came = countOf(second, 'opened') + countOf(second, 'reopened') - countOf(second, 'resolved');
        expect(backlog(second)).toBe(backlog(first) + came);
      }),
      runs(40),
    );
  });

  it('has its figures over time as the parts that it is cut into', async () => {
    await fc.assert(
      fc.asyncProperty(periods, async ([fromMs, , toMs]) => {
        const { points, ...page } = await report(fromMs, toMs);
        for (const figure of ['opened', 'resolved', 'reopened'] as const) {
          expect(points.reduce((sum, point) => sum + point[figure], 0)).toBe(countOf({ points, ...page }, figure));
        }
        for (const point of points) expect(point.ages.reduce((sum, n) => sum + n, 0)).toBe(point.backlog);
        if (points.length > 0) expect(points.at(-1)?.backlog).toBe(backlog({ points, ...page }));
        const last = points.at(-2);
        if (last !== undefined) expect(last.backlog).toBe(backlog(await report(fromMs, last.toMs)));
      }),
      runs(25),
    );
  });
});
