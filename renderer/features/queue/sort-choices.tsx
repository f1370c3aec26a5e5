import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { QueueSort } from '../../../shared/ipc/schemas.ts';
import { setSort, useUiStore } from '../../state/ui-store.ts';

/** The orders that a search is read in: what fits best, what is new, what is due. */
const ORDERS = [
  { by: 'rank', isDescending: false },
  { by: 'opened', isDescending: true },
  { by: 'due', isDescending: false },
] as const satisfies readonly QueueSort[];

/** The button with its choices; it opens as soon as it is there. */
export const SortChoices = () => {
  const intl = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const sort = useUiStore((ui) => ui.sort);
  // Closed at first, so that what opens finds the button that it stands beside.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setIsOpen(true), []);
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" offset={6} shadow="md" width={190}>
      <Menu.Target>
        <button
          type="button"
          className="sort-button"
          // It stands where the pressed one stood.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          data-testid="search-sort"
        >
          {intl.formatMessage({ id: `search.by.${sort.by}` })}
          <IconChevronDown size={12} stroke={2.2} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{intl.formatMessage({ id: 'search.sort' })}</Menu.Label>
        {ORDERS.map((order) => (
          <Menu.RadioItem
            key={order.by}
            value={order.by}
            checked={order.by === sort.by && order.isDescending === sort.isDescending}
            closeMenuOnClick
            onChange={() => setSort(order)}
            checkIcon={<IconCheck size={14} stroke={2.2} aria-hidden="true" />}
          >
            {intl.formatMessage({ id: `search.by.${order.by}` })}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
