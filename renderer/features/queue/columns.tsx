import { columnVisibilityFeature, createColumnHelper, tableFeatures, type Row } from '@tanstack/react-table';
import { useIntl } from 'react-intl';
import type { QueueRow, QueueSort } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { getNowMs } from '../../state/now-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { Unknown } from '../../ui/unknown.tsx';
import { DueCell, ResponseCell } from './clock-cell.tsx';
import type { ColumnId } from './column-fit.ts';
import { StateWord } from './state-word.tsx';

/** Rows come filtered and sorted from the core: the table only knows columns, and which are shown. */
export const queueFeatures = tableFeatures({ columnVisibilityFeature });
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
  text === null || text === '' ? <Unknown /> : <bdi title={text}>{text}</bdi>;

const helper = createColumnHelper<typeof queueFeatures, QueueRow>();

export const QUEUE_COLUMNS = helper.columns([
  helper.display({ id: 'reference', cell: ({ row }) => <bdi>{row.original.reference}</bdi> }),
  helper.display({
    id: 'priority',
    cell: ({ row }) => {
      const { priority } = row.original;
      return priority === null ? <Unknown /> : <span data-priority={priority}>{priority}</span>;
    },
  }),
  helper.display({ id: 'due', cell: ({ row }) => <DueCell clock={row.original.resolution} /> }),
  helper.display({ id: 'title', cell: ({ row }) => <Text text={row.original.title} /> }),
  helper.display({ id: 'customer', cell: ({ row }) => <Text text={row.original.customer} /> }),
  helper.display({ id: 'tier', cell: ({ row }) => <TierBadge tier={row.original.tier} /> }),
  helper.display({ id: 'state', cell: ({ row }) => <StateWord state={row.original.state} /> }),
  helper.display({ id: 'level', cell: ({ row }) => <Level level={row.original.level} /> }),
  helper.display({
    id: 'assignee',
    cell: ({ row }) => {
      const { assignee } = row.original;
      return assignee === null ? <Unknown label="unassigned" /> : <bdi title={assignee}>{assignee}</bdi>;
    },
  }),
  helper.display({ id: 'firstResponse', cell: ({ row }) => <ResponseCell clock={row.original.firstResponse} /> }),
  helper.display({ id: 'opened', cell: ({ row }) => <Opened atMs={row.original.openedAtMs} /> }),
]);

/** The columns that the list can be sorted by. */
export const SORT_OF_COLUMN: Readonly<Partial<Record<ColumnId, QueueSort['by']>>> = {
  reference: 'reference',
  priority: 'priority',
  due: 'due',
  customer: 'customer',
  opened: 'opened',
};
