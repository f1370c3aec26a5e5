import { describe, expect, it } from 'vitest';
import { rulesWindows } from '../../../renderer/features/maintenance/rules-windows.ts';
import {
  byMonth,
  dayStart,
  heldLines,
  monthStart,
  windowLines,
  type WindowLine,
} from '../../../renderer/features/maintenance/window-lines.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { MaintenanceExceptionRow, MaintenanceWindowRow } from '../../../shared/ipc/maintenance-calls.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';
import type { Platform } from '../../../shared/ticket/ticket.ts';

const zone = compileZone('Europe/Paris');
const at = (text: string): number => Date.parse(text);
const FROM = at('2024-01-01T00:00:00+01:00');
const TO = at('2024-02-01T00:00:00+01:00');

const exception = (change: Partial<MaintenanceExceptionRow>): MaintenanceExceptionRow => ({
  ...{ id: 1, kind: 'cancelled', platforms: ['NUP', 'NGP'], ofStartMs: null, startMs: null, endMs: null },
  ...{ reason: 'why', customerId: null, customer: null, recordedBy: 'Lea', recordedAtMs: 0, revoked: null },
  ...change,
});

type Order = { windows?: MaintenanceWindowRow[]; customerId?: number; platform?: Platform; from?: number };

const lines = (exceptions: readonly MaintenanceExceptionRow[] = [], order: Order = {}): WindowLine[] =>
  windowLines({
    windows: order.windows ?? rulesWindows(DEFAULT_MAINTENANCE, zone, order.from ?? FROM, TO),
    ...{ exceptions, customerId: order.customerId ?? null, platform: order.platform ?? null },
    ...{ fromMs: order.from ?? FROM, toMs: TO, zone },
    regularAt: (ms) => heldLines(rulesWindows(DEFAULT_MAINTENANCE, zone, ms, ms + 1), []),
  });

const told = (all: readonly WindowLine[]): string[] =>
  all.map((line) => {
    const day = new Date(line.startMs + 3_600_000).toISOString().slice(0, 10);
    return line.kind === 'none'
      ? `${day} none${line.isSecondOfFive ? ' of five' : ''}`
      : `${day} ${line.kind} ${line.platforms.toSorted().join('+')}`;
  });

const without = (startMs: number, platform?: Platform): MaintenanceWindowRow[] =>
  rulesWindows(DEFAULT_MAINTENANCE, zone, FROM, TO).filter(
    (window) => window.startMs !== startMs || (platform !== undefined && window.platform !== platform),
  );

const THIRD = at('2024-01-03T00:00:00+01:00');

describe('the list of windows', () => {
  it('has one line for both platforms, and shows the Wednesday that has none', () => {
    expect(told(lines())).toEqual([
      '2024-01-03 held NGP+NUP',
      '2024-01-10 none of five',
      '2024-01-17 held NGP+NUP',
      '2024-01-24 held NGP+NUP',
      '2024-01-31 held NGP+NUP',
    ]);
    expect(told(lines([], { platform: 'NUP', from: at('2024-01-11T00:00:00+01:00') }))[0]).toBe('2024-01-17 held NUP');
  });

  it('shows what was cancelled, struck, on the platforms that it was cancelled on', () => {
    const cancelled = exception({ ofStartMs: THIRD, platforms: ['NUP'] });
    const all = lines([cancelled], { windows: without(THIRD, 'NUP') });
    expect(told(all).slice(0, 3)).toEqual(['2024-01-03 gone NUP', '2024-01-03 held NGP', '2024-01-10 none of five']);
    expect(all[0]).toMatchObject({ endMs: at('2024-01-03T06:00:00+01:00'), exception: { reason: 'why' } });
    const whole = exception({ ofStartMs: THIRD });
    expect(told(lines([whole], { windows: without(THIRD) }))[0]).toBe('2024-01-03 gone NGP+NUP');
  });

  it('shows a moved one where it was and where it is, and nothing of what was revoked', () => {
    const [startMs, endMs] = [at('2024-01-11T00:00:00+01:00'), at('2024-01-11T04:00:00+01:00')];
    const moved = exception({ kind: 'moved', ofStartMs: THIRD, startMs, endMs });
    const held = rulesWindows(DEFAULT_MAINTENANCE, zone, THIRD, THIRD + 1).map((window) => ({
      ...window,
      ...{ startMs, endMs, exception: { id: 1, reason: 'why' } },
    }));
    const all = lines([moved], { windows: [...without(THIRD), ...held] });
    expect(told(all).slice(0, 3)).toEqual([
      '2024-01-03 gone NGP+NUP',
      '2024-01-10 none of five',
      '2024-01-11 held NGP+NUP',
    ]);
    expect(all[2]).toMatchObject({ exceptionId: 1, exception: { kind: 'moved' } });
    const revoked = { ...moved, revoked: { by: 'Lea', atMs: 1, reason: 'no' } };
    expect(told(lines([revoked]))).toEqual(told(lines()));
  });

  it('shows what is of one customer beside what is of all, and only what is of the chosen one', () => {
    const own = exception({ ofStartMs: THIRD, customerId: 7, customer: 'Nordlys' });
    expect(told(lines([own])).slice(0, 2)).toEqual(['2024-01-03 gone NGP+NUP', '2024-01-03 held NGP+NUP']);
    expect(told(lines([own], { customerId: 8 }))).toEqual(told(lines()));
    expect(told(lines([own], { customerId: 7, windows: without(THIRD) }))[0]).toBe('2024-01-03 gone NGP+NUP');
    const added = { startMs: THIRD + 86_400_000, endMs: THIRD + 90_000_000 };
    const addedOwn = exception({ kind: 'added', ...added, platforms: ['NUP'], customerId: 7 });
    expect(told(lines([addedOwn])).slice(0, 2)).toEqual(['2024-01-03 held NGP+NUP', '2024-01-04 held NUP']);
  });

  it('says nothing of an exception whose window the rules no longer give', () => {
    expect(told(lines([exception({ ofStartMs: at('2024-01-04T00:00:00+01:00') })]))).toEqual(told(lines()));
  });

  it('is told month by month of the local calendar, also over the change of the clocks', () => {
    const all = windowLines({
      ...{ exceptions: [], customerId: null, platform: null, zone, regularAt: () => [] },
      ...{ fromMs: at('2026-10-01T00:00:00+02:00'), toMs: at('2026-12-01T00:00:00+01:00') },
      windows: rulesWindows(
        DEFAULT_MAINTENANCE,
        zone,
        at('2026-10-01T00:00:00+02:00'),
        at('2026-12-01T00:00:00+01:00'),
      ),
    });
    expect(byMonth(all, zone).map(({ key, lines: own }) => [key, own.length])).toEqual([
      ['2026-10', 4],
      ['2026-11', 4],
    ]);
    expect(monthStart(zone, at('2026-10-31T23:30:00+01:00'), 1)).toBe(at('2026-11-01T00:00:00+01:00'));
    expect(monthStart(zone, at('2026-12-31T12:00:00+01:00'), -3)).toBe(at('2026-09-01T00:00:00+02:00'));
    expect(dayStart(zone, at('2026-10-25T12:00:00+01:00'))).toBe(at('2026-10-25T00:00:00+02:00'));
  });
});
