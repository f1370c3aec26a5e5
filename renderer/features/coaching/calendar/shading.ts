import type { AbsenceRow, ExpertRow } from '../../../../shared/ipc/coaching-schemas.ts';
import type { MaintenanceWindowRow } from '../../../../shared/ipc/maintenance-calls.ts';
import { missingOf, toAxis, type Axis } from './axis.ts';
import type { Column } from './columns.ts';
import { dateOf, dayStart, weekdayOf } from './days.ts';

export type BandKind = 'closed' | 'holiday' | 'absence' | 'maintenance' | 'missing';

/** A stretch of a column that is shaded, in minutes along the axis. `about`: the reason of an absence, the platforms of a window. */
export type Band = {
  readonly kind: BandKind;
  readonly topMin: number;
  readonly endMin: number;
  readonly about: string;
};

export type Surroundings = {
  readonly experts: readonly ExpertRow[];
  readonly absences: readonly AbsenceRow[];
  readonly windows: readonly MaintenanceWindowRow[];
  readonly holidays: (year: number) => readonly string[];
};

export const isHoliday = (holidays: Surroundings['holidays'], day: number): boolean => {
  const date = dateOf(day);
  return holidays(Number(date.slice(0, 4))).includes(date);
};

const closedBands = (axis: Axis, { day, expert }: Column, experts: readonly ExpertRow[]): Band[] => {
  const week = experts.find(({ name }) => name === expert)?.week;
  if (week === undefined) return [];
  const { repeat, lengthMin } = axis;
  const extra = repeat === null ? 0 : repeat.untilMin - repeat.fromMin;
  const along = (wall: number): number => (repeat !== null && wall >= repeat.untilMin ? wall + extra : wall);
  const open = Object.entries(week).find(([weekday]) => Number(weekday) === weekdayOf(day))?.[1] ?? [];
  const bands: Band[] = [];
  let topMin = 0;
  for (const [from, until] of open) {
    if (along(from) > topMin) bands.push({ kind: 'closed', topMin, endMin: along(from), about: '' });
    topMin = along(until);
  }
  if (topMin < lengthMin) bands.push({ kind: 'closed', topMin, endMin: lengthMin, about: '' });
  return bands;
};

const windowBands = (axis: Axis, { day }: Column, windows: readonly MaintenanceWindowRow[]): Band[] => {
  const platforms = new Map<string, { window: MaintenanceWindowRow; names: Set<string> }>();
  for (const window of windows) {
    if (window.customerId !== null) continue;
    const key = `${window.startMs} ${window.endMs}`;
    const known = platforms.get(key) ?? { window, names: new Set() };
    known.names.add(window.platform);
    platforms.set(key, known);
  }
  return [...platforms.values()].map(({ window, names }) => ({
    kind: 'maintenance',
    topMin: toAxis(axis, day, window.startMs),
    endMin: toAxis(axis, day, window.endMs),
    about: [...names].sort().join(', '),
  }));
};

/** Whether a band stands against every session of its expert: maintenance does so only for customers of its platforms. */
export const isAgainstAll = ({ kind }: Band): boolean => kind !== 'missing' && kind !== 'maintenance';

/** What is shaded in a column, the widest first. */
export const bandsOf = (axis: Axis, column: Column, around: Surroundings): Band[] => {
  const { day, expert } = column;
  const fromMs = dayStart(axis.zone, day);
  const toMs = dayStart(axis.zone, day + 1);
  const holiday: Band[] = isHoliday(around.holidays, day)
    ? [{ kind: 'holiday', topMin: 0, endMin: axis.lengthMin, about: '' }]
    : [];
  const absences = around.absences
    .filter((absence) => absence.expert === expert && absence.fromMs < toMs && absence.untilMs > fromMs)
    .map(({ fromMs: from, untilMs, reason }): Band => ({
      ...{ kind: 'absence', topMin: toAxis(axis, day, from), endMin: toAxis(axis, day, untilMs), about: reason },
    }));
  const windows = around.windows.filter(({ startMs, endMs }) => startMs < toMs && endMs > fromMs);
  const missing = missingOf(axis, day).map((band): Band => ({ ...band, kind: 'missing', about: '' }));
  return [
    ...closedBands(axis, column, around.experts),
    ...holiday,
    ...absences,
    ...windowBands(axis, column, windows),
    ...missing,
  ];
};
