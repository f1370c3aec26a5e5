import { describe, expect, it } from 'vitest';
import {
  burnDown,
  lastMonths,
  monthRows,
  packBalance,
  sharesOf,
} from '../../renderer/features/pictures/ledger-series.ts';
import { compileZone } from '../../shared/calendar/compile-zone.ts';
import { packsEndAtMs } from '../../shared/expertise/burn.ts';
import { LEDGER_ZONE, monthAt, parseMonth } from '../../shared/expertise/month.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { createLedgerWorld } from '../support/ledger-world.ts';
import { instant } from '../support/world.ts';

const zone = compileZone(LEDGER_ZONE);
const NOVEMBER = parseMonth('2026-11') ?? 0;

const inNovember = async () => {
  const made = await createLedgerWorld({ now: '2026-11-16T11:00:00Z' });
  await made.pack(300, '2026-08-10T09:00:00Z');
  await made.pack(60, '2026-10-01T09:00:00Z', '2026-10-15T22:00:00Z');
  await made.log({ start: '2026-09-07T08:00:00Z', end: '2026-09-07T11:00:00Z' });
  await made.log({ start: '2026-11-03T08:00:00Z', end: '2026-11-03T08:45:00Z', expert: 'Grace', assignment: 'report' });
  await made.log({ start: '2026-11-10T08:00:00Z', end: '2026-11-10T08:30:00Z' });
  return made;
};

describe('the series behind the pictures', () => {
  it('have a row for every month, also for one in which nothing was', async () => {
    const { world, ledger } = await inNovember();
    const rows = monthRows(await ledger(), lastMonths(NOVEMBER, 12));
    expect(rows.map(({ month }) => month)).toEqual(lastMonths(NOVEMBER, 12));
    expect(rows.at(-1)).toMatchObject({ grantedMin: 120, coveredMin: 75, expiredMin: 0 });
    expect(rows.at(-2)).toMatchObject({ grantedMin: 180, coveredMin: 0, expiredMin: 180 });
    expect(monthRows({ months: [] }, [NOVEMBER])[0]).toMatchObject({ grantedMin: 0, overageMin: 0 });
    world.close();
  });

  it('burn the month down day by day, and know nothing of days to come', async () => {
    const { world, ledger } = await inNovember();
    const burn = burnDown(await ledger(), zone);
    expect(burn?.grantedMin).toBe(120);
    const at = (text: string) => burn?.points.find(({ atMs }) => atMs === instant(text));
    expect(at('2026-10-31T23:00:00Z')).toEqual({ atMs: instant('2026-10-31T23:00:00Z'), leftMin: 120, paceMin: 120 });
    expect(at('2026-11-02T23:00:00Z')?.leftMin).toBe(120);
    expect(at('2026-11-03T23:00:00Z')?.leftMin).toBe(75);
    expect(at('2026-11-15T23:00:00Z')).toMatchObject({ leftMin: 45, paceMin: 60 });
    expect(at('2026-11-16T11:00:00Z')?.leftMin).toBe(45);
    expect(at('2026-11-16T23:00:00Z')?.leftMin).toBe(null);
    expect(burn?.points.at(-1)).toEqual({ atMs: instant('2026-11-30T23:00:00Z'), leftMin: null, paceMin: 0 });
    world.close();
  });

  it('have no month where the tier gives none', async () => {
    const { world, ledger } = await createLedgerWorld({ tier: 'standard' });
    expect(burnDown(await ledger(), zone)).toBe(null);
    expect(packBalance(await ledger())).toEqual([]);
    world.close();
  });

  it('follow packs as they are bought, used and expire', async () => {
    const { world, ledger } = await inNovember();
    const view = await ledger();
    expect(packBalance(view)).toEqual([
      { atMs: instant('2026-08-10T09:00:00Z'), leftMin: 300 },
      { atMs: instant('2026-09-07T08:00:00Z'), leftMin: 240 },
      { atMs: instant('2026-10-01T09:00:00Z'), leftMin: 300 },
      { atMs: instant('2026-10-15T22:00:00Z'), leftMin: 240 },
      { atMs: view.asOfMs, leftMin: 240 },
    ]);
    // 60 min in 90 days: 240 min last 360 days.
    expect(packsEndAtMs(view, view.asOfMs)).toBe(view.asOfMs + 360 * DAY_MS);
    world.close();
  });

  it('name the largest, and sum up the rest', async () => {
    const { world } = await inNovember();
    const { rows, nowMs } = await world.call('expertise:get-consumption', {
      ...{ fromMonth: NOVEMBER - 5, toMonth: NOVEMBER, customerId: null },
    });
    expect(monthAt(zone, nowMs)).toBe(NOVEMBER);
    const byExpert = sharesOf(rows, ({ expert }) => expert, 6);
    expect(byExpert.keys).toEqual(['Ada', 'Grace']);
    expect(byExpert.minutesOf(NOVEMBER, 'Ada')).toBe(30);
    const few = sharesOf(rows, ({ expert }) => expert, 1);
    expect(few.keys).toEqual([null]);
    expect(few.minutesOf(NOVEMBER, null)).toBe(75);
    world.close();
  });
});
