import { FlexRender, type Column } from '@tanstack/react-table';
import { memo, useMemo } from 'react';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { CheckCell } from './check-cell.tsx';
import type { queueFeatures, QueueTableRow } from './columns.tsx';

type Columns = readonly Column<typeof queueFeatures, QueueRow>[];

type Props = {
  readonly row: QueueTableRow;
  readonly index: number;
  readonly topPx: number;
  readonly columns: Columns;
};

export const rowElementId = (id: number): string => `ticket-${id}`;

const isSameRow = (a: Props, b: Props): boolean =>
  a.row.original === b.row.original && a.index === b.index && a.topPx === b.topPx && a.columns === b.columns;

/** One ticket of the list. Moving the selection renders two of these and none of their cells; the tick renders single cells. */
export const QueueRowView = memo(({ row, index, topPx, columns }: Props) => {
  const { id, reference } = row.original;
  const isSelected = useUiStore(({ selectedId }) => selectedId === id);
  const isChecked = useDeskStore(({ checkedIds }) => checkedIds.has(id));
  const cells = useMemo(
    () =>
      row.getAllCells().map((cell) => (
        <div role="gridcell" className="cell" data-column={cell.column.id} key={cell.column.id}>
          <FlexRender cell={cell} />
        </div>
      )),
    // The cells belong to the row's data and the columns; the row object itself is made anew with every page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [row.original, columns],
  );
  return (
    <div
      role="row"
      className="row"
      id={rowElementId(id)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-checked={isChecked || undefined}
      data-index={index}
      data-testid="queue-row"
      data-reference={reference}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <CheckCell isChecked={isChecked} />
      {cells}
    </div>
  );
}, isSameRow);

type PlaceholderProps = { readonly index: number; readonly topPx: number; readonly label: string };

/** Holds the place of a row that is on its way. */
export const QueueRowPlaceholder = memo(({ index, topPx, label }: PlaceholderProps) => {
  const isSelected = useUiStore(({ selectedId, selectedIndex }) => selectedId === null && selectedIndex === index);
  return (
    <div
      role="row"
      className="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-placeholder
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div role="gridcell" className="cell" aria-label={label}>
        <span className="bone" style={{ width: `${30 + ((index * 17) % 40)}%` }} />
      </div>
    </div>
  );
});
