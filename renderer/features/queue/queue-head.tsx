import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { isSearch } from '../../state/queue-filters.ts';
import { sortBy, useUiStore } from '../../state/ui-store.ts';
import { SORT_OF_COLUMN } from './columns.tsx';
import { CheckAllCell } from './check-cell.tsx';
import type { ColumnId } from './column-fit.ts';

const HeadCell = ({ id }: { readonly id: ColumnId }) => {
  const intl = useIntl();
  const sort = useUiStore((ui) => ui.sort);
  const isSearching = useUiStore(({ filter }) => isSearch(filter));
  /** What fits the words of a search best shows in the title. */
  const by = id === 'title' && isSearching ? 'rank' : SORT_OF_COLUMN[id];
  const name = intl.formatMessage({ id: `column.${id}` });
  if (by === undefined) {
    return (
      <div role="columnheader" className="head-cell" data-column={id} title={name}>
        {name}
      </div>
    );
  }
  const isSorted = sort.by === by;
  const direction = sort.isDescending ? 'descending' : 'ascending';
  const Arrow = sort.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <div role="columnheader" className="head-cell" data-column={id} aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        onClick={() => sortBy(by)}
        title={intl.formatMessage(
          { id: 'queue.sortBy' },
          { column: by === 'rank' ? intl.formatMessage({ id: 'search.by.rank' }) : name },
        )}
      >
        {name}
        {isSorted ? <Arrow size={12} stroke={2.2} aria-hidden="true" /> : null}
      </button>
    </div>
  );
};

/** The names of the columns; those that the list can be sorted by are buttons. */
export const QueueHead = memo(({ columns }: { readonly columns: readonly ColumnId[] }) => (
  <div role="rowgroup" className="head">
    <div role="row" className="head-row" aria-rowindex={1}>
      <CheckAllCell />
      {columns.map((id) => (
        <HeadCell id={id} key={id} />
      ))}
    </div>
  </div>
));
