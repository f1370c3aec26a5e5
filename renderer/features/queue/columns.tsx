import { createColumnHelper, tableFeatures, type Row } from '@tanstack/react-table';
import { useIntl } from 'react-intl';
import type { QueueRow, QueueSort } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { getNowMs } from '../../state/now-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { DueCell, ResponseCell } from './clock-cell.tsx';
import type { ColumnId } from './column-fit.ts';
import { Highlighted, TitleCell } from './highlighted.tsx';
import { StateCell, WakeUp } from './state-cell.tsx';

/** Rows come filtered and sorted from the core: the table only knows the columns that are shown. */
export const queueFeatures = tableFeatures({});
export type QueueTableRow = Row<typeof queueFeatures, QueueRow>;

const Opened = ({ atMs }: { readonly atMs: number }) => {
  const { instants } = useApp();
  return <span title={instants.full(atMs)}>{instants.near(atMs, getNowMs())}</span>;
};

const Level = ({ level }: { readonly level: QueueRow['level'] }) => {
  const intl = useIntl();
  return <span title={intl.formatMessage({ id: `level.${level}` })}>{level}</span>;
};

const Text = ({ text }: { readonly text: string | null }) =>
  text === null || text === '' ? <Unknown /> : <Highlighted text={text} />;

const helper = createColumnHelper<typeof queueFeatures, QueueRow>();

const COLUMNS = helper.columns([
  helper.display({ id: 'reference', cell: ({ row }) => <Highlighted text={row.original.reference} /> }),
  helper.display({
    id: 'priority',
    cell: ({ row }) => {
      const { priority } = row.original;
      return priority === null ? <Unknown /> : <span data-priority={priority}>{priority}</span>;
    },
  }),
  helper.display({ id: 'due', cell: ({ row }) => <DueCell clock={row.original.resolution} /> }),
  helper.display({ id: 'title', cell: ({ row }) => <TitleCell row={row.original} /> }),
  helper.display({ id: 'customer', cell: ({ row }) => <Text text={row.original.customer} /> }),
  helper.display({ id: 'tier', cell: ({ row }) => <TierBadge tier={row.original.tier} /> }),
  helper.display({ id: 'state', cell: ({ row }) => <StateCell row={row.original} /> }),
  helper.display({ id: 'level', cell: ({ row }) => <Level level={row.original.level} /> }),
  helper.display({
    id: 'assignee',
    cell: ({ row }) => {
      const { assignee } = row.original;
      return assignee === null ? <Unknown label="unassigned" /> : <Highlighted text={assignee} />;
    },
  }),
  helper.display({ id: 'firstResponse', cell: ({ row }) => <ResponseCell clock={row.original.firstResponse} /> }),
  helper.display({ id: 'opened', cell: ({ row }) => <Opened atMs={row.original.openedAtMs} /> }),
  helper.display({ id: 'owner', cell: ({ row }) => <Text text={row.original.owner} /> }),
  helper.display({
    id: 'tags',
    cell: ({ row }) => (row.original.tags.length === 0 ? null : <Highlighted text={row.original.tags.join(', ')} />),
  }),
  helper.display({ id: 'wakeUp', cell: ({ row }) => <WakeUp atMs={row.original.wakeAtMs} /> }),
]);

/** The table's columns of some ids, in their order. */
export const columnsOf = (ids: readonly ColumnId[]) =>
  ids.flatMap((id) => COLUMNS.find((column) => column.id === id) ?? []);

/** The columns that the list can be sorted by. */
export const SORT_OF_COLUMN: Readonly<Partial<Record<ColumnId, QueueSort['by']>>> = {
  reference: 'reference',
  priority: 'priority',
  due: 'due',
  customer: 'customer',
  opened: 'opened',
};
