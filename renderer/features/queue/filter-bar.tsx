import { useIntl } from 'react-intl';
import { isNarrowed, LIST_FILTERS } from '../../state/queue-filters.ts';
import { clearFilters, useUiStore } from '../../state/ui-store.ts';
import { FilterMenu } from './filter-menu.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { FilterInput } from './filter-input.tsx';

export const FilterBar = () => {
  const intl = useIntl();
  const canClear = useUiStore(({ filter }) => isNarrowed(filter));
  return (
    <div className="filter-bar">
      <FilterInput />
      {LIST_FILTERS.map((name) => (
        <FilterMenu name={name} key={name} />
      ))}
      {canClear ? (
        <button type="button" className="link" onClick={clearFilters} data-testid="filter-clear">
          {intl.formatMessage({ id: 'filter.clearAll' })}
        </button>
      ) : null}
      <ColumnsMenu />
    </div>
  );
};
