import { MINUTE_MS, type InstantMs } from '../../../../shared/time/instant.ts';
import { toAxis, toInstant, type Axis } from './axis.ts';
import { dayAt, dayStart, type DayRange } from './days.ts';
import type { TimedRow } from './layout.ts';

/** Where the keys are: on a session, or on a slot. */
export type At = { readonly expert: string; readonly startMs: InstantMs; readonly row: TimedRow | null };
export type Arrow = 'up' | 'down' | 'left' | 'right';

export const SLOT_MIN = 30;
const SLOT_MS = SLOT_MIN * MINUTE_MS;

const floorTo = (axis: Axis, ms: InstantMs): InstantMs => {
  const day = dayAt(axis.zone, ms);
  return toInstant(axis, day, Math.floor(toAxis(axis, day, ms) / SLOT_MIN) * SLOT_MIN);
};

type Around = {
  readonly axis: Axis;
  readonly range: DayRange;
  readonly experts: readonly string[];
  readonly rows: readonly TimedRow[];
};

const vertical = ({ axis, range, rows }: Around, at: At, isDown: boolean): At | null => {
  const own = rows.filter(({ expert }) => expert === at.expert).toSorted((a, b) => a.startMs - b.startMs);
  const day = dayAt(axis.zone, at.startMs);
  const fromMs = dayStart(axis.zone, day);
  const toMs = dayStart(axis.zone, day + 1);
  if (isDown) {
    const edge = at.row === null ? floorTo(axis, at.startMs) + SLOT_MS : at.row.endMs;
    const i = at.row === null ? -1 : own.indexOf(at.row);
    const after = at.row === null ? own.find((row) => row.startMs >= at.startMs && row.startMs < edge) : own[i + 1];
    const covering = own.find((row) => row.startMs <= edge && row.endMs > edge && row !== at.row);
    const next = after !== undefined && after.startMs < Math.max(edge, at.startMs + 1) ? after : covering;
    if (next !== undefined) return { ...at, startMs: next.startMs, row: next };
    return edge >= toMs ? null : { ...at, startMs: edge, row: null };
  }
  const edge = at.row === null ? at.startMs : at.row.startMs;
  const at0 = at.row === null ? own.length : own.indexOf(at.row);
  const before = own.findLast((row, i) => row.startMs < edge || (row.startMs === edge && i < at0 && at.row !== null));
  const slot = floorTo(axis, edge - 1);
  if (before !== undefined && before.endMs > slot) return { ...at, startMs: before.startMs, row: before };
  return edge <= fromMs || day < range.firstDay ? null : { ...at, startMs: slot, row: null };
};

/** Where an arrow leads from a session or a slot; null at the edge of the grid. What stands at the same time beside it comes first. */
export const stepFrom = (around: Around, at: At, arrow: Arrow): At | null => {
  if (arrow === 'up' || arrow === 'down') return vertical(around, at, arrow === 'down');
  const { axis, range, experts, rows } = around;
  const { firstDay, days } = range;
  const day = dayAt(axis.zone, at.startMs);
  const step = arrow === 'right' ? 1 : -1;
  const index = (day - firstDay) * experts.length + experts.indexOf(at.expert) + step;
  if (index < 0 || index >= days * experts.length) return null;
  const toDay = firstDay + Math.floor(index / experts.length);
  const expert = experts[index % experts.length] ?? at.expert;
  const startMs = toInstant(axis, toDay, toAxis(axis, day, at.startMs));
  const row = rows.find((one) => one.expert === expert && one.startMs <= startMs && one.endMs > startMs) ?? null;
  return { expert, startMs: row?.startMs ?? floorTo(axis, startMs), row };
};
