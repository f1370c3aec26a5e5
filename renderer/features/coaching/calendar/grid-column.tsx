import { shallowEqual } from '@mantine/hooks';
import { memo, useMemo } from 'react';
import type { Role } from '../../../../shared/access/actor.ts';
import { isBooked } from '../../../../shared/coaching/session.ts';
import { getNowMs } from '../../../state/now-store.ts';
import { toAxis, type Axis } from './axis.ts';
import { GhostBlock, NowLine, SlotCursor } from './column-marks.tsx';
import type { Column } from './columns.ts';
import { placeSide, type TimedRow } from './layout.ts';
import { heldBecause } from './may-move.ts';
import { SessionBlock } from './session-block.tsx';
import { bandsOf, isAgainstAll, type Band, type Surroundings } from './shading.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = {
  readonly axis: Axis;
  readonly column: Column;
  readonly rows: readonly TimedRow[];
  readonly around: Surroundings;
  readonly role: Role;
  readonly isFirstOfDay: boolean;
  readonly isNarrow: boolean;
  /** Where the keys begin when they have no place yet; null in all columns but one. */
  readonly home: number | null;
  readonly words: CalendarWords;
};

/** What a band says in it; closed hours need no word. */
const ShadedBand = ({ band, isNarrow, words }: Pick<Props, 'isNarrow' | 'words'> & { readonly band: Band }) => {
  const { kind, topMin, endMin, about } = band;
  const text = kind === 'closed' ? null : words.word(`band.${kind}`, { about });
  return (
    <span
      className="cal-band"
      data-kind={kind}
      title={text ?? undefined}
      style={{ top: `calc(${topMin} * var(--minute))`, height: `calc(${endMin - topMin} * var(--minute))` }}
      data-testid={`band-${kind}`}
    >
      {text === null ? null : (
        <span className="cal-band-text">
          {isNarrow && kind === 'maintenance' ? words.word('band.maintenanceNarrow', { about }) : text}
        </span>
      )}
    </span>
  );
};

const isSameColumn = ({ rows: a, ...before }: Props, { rows: b, ...after }: Props): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]) && shallowEqual(before, after);

/** An expert's day: what is shaded, sessions, and what moves over them. A change of a session renders the columns that it is in. */
export const GridColumn = memo(function GridColumn(props: Props) {
  const { axis, column, rows, around, role, isFirstOfDay, isNarrow, home, words } = props;
  const { day, expert } = column;
  const bands = useMemo(() => bandsOf(axis, column, around), [axis, column, around]);
  const placed = useMemo(() => placeSide(rows), [rows]);
  const nowMs = getNowMs();
  return (
    <div
      className="cal-column"
      role="group"
      aria-label={words.word('column', { day: words.longDay(day), expert })}
      data-column={column.key}
      data-expert={expert}
      data-first={isFirstOfDay || undefined}
    >
      {bands.map((band, i) => (
        // Bands have no name of their own, and come whole.
        // oxlint-disable-next-line react/no-array-index-key
        <ShadedBand key={i} band={band} isNarrow={isNarrow} words={words} />
      ))}
      <SlotCursor axis={axis} column={column} words={words} home={home} />
      {placed.map(({ span: row, lane, lanes }) => {
        const topMin = toAxis(axis, day, row.startMs);
        const endMin = toAxis(axis, day, row.endMs);
        const isAgainst =
          isBooked(row.state) &&
          row.endMs > nowMs &&
          bands.some((band) => isAgainstAll(band) && band.topMin < endMin && band.endMin > topMin);
        return (
          <SessionBlock
            key={row.id}
            {...{ row, topMin, endMin, lane, lanes, isAgainst, isNarrow, words }}
            mayMove={heldBecause(row, role, nowMs) === null}
          />
        );
      })}
      <GhostBlock axis={axis} column={column} words={words} />
      <NowLine axis={axis} column={column} />
    </div>
  );
}, isSameColumn);
