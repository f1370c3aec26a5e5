import { lazy, Suspense, useState } from 'react';
import type { ListFilter } from '../../state/queue-filters.ts';
import { FilterButton } from './filter-button.tsx';

const loadPopover = async () => ({ default: (await import('./filter-popover.tsx')).FilterPopover });
const FilterPopover = lazy(loadPopover);

/** A filter of the list: a button that opens its choices. The first picture of the queue does not wait for them. */
export const FilterMenu = ({ name }: { readonly name: ListFilter }) => {
  const [isWanted, setIsWanted] = useState(false);
  const button = <FilterButton name={name} isOpen={false} onPress={() => setIsWanted(true)} />;
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <FilterPopover name={name} />
    </Suspense>
  );
};
