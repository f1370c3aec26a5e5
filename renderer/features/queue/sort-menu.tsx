import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useUiStore } from '../../state/ui-store.ts';

const SortChoices = lazy(async () => ({ default: (await import('./sort-choices.tsx')).SortChoices }));

/** How the results of a search are sorted; its choices are loaded once they are wanted. */
export const SortMenu = () => {
  const intl = useIntl();
  const [isWanted, setIsWanted] = useState(false);
  const by = useUiStore(({ sort }) => sort.by);
  const button = (
    <button
      type="button"
      className="sort-button"
      aria-haspopup="menu"
      onClick={() => setIsWanted(true)}
      data-testid="search-sort"
    >
      {intl.formatMessage({ id: `search.by.${by}` })}
      <IconChevronDown size={12} stroke={2.2} aria-hidden="true" />
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <SortChoices />
    </Suspense>
  );
};
