import { LIST_FILTERS } from '../../state/queue-filters.ts';
import { FilterMenu } from './filter-menu.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { FilterInput } from './filter-input.tsx';

/** The typed filter, menus for what is filtered by most, and the columns. */
export const FilterBar = () => (
  <div className="filter-bar">
    <FilterInput />
    {LIST_FILTERS.map((name) => (
      <FilterMenu name={name} key={name} />
    ))}
    <ColumnsMenu />
  </div>
);
