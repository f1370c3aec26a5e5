import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { openView } from './view-list.ts';
import { MoreButton } from './view-more-button.tsx';
import type { ViewEntry } from './view-tabs.tsx';

/** The menu of the views that found no room in the row; it opens as soon as it is there. Loaded once it is wanted. */
export const MoreViews = ({ hidden }: { readonly hidden: readonly ViewEntry[] }) => {
  const intl = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  // Closed at first, so that what opens finds the button that it stands beside.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setIsOpen(true), []);
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="bottom-end" offset={6} shadow="md" width={240}>
      <Menu.Target>
        <MoreButton hidden={hidden} isFocused />
      </Menu.Target>
      <Menu.Dropdown className="view-menu">
        {hidden.map(({ key, listed, name, count, tone, isShown }) => (
          <Menu.RadioItem
            key={key}
            value={key}
            checked={isShown}
            closeMenuOnClick
            onChange={() => openView(listed)}
            checkIcon={<IconCheck size={14} stroke={2.2} aria-hidden="true" />}
            data-tone={tone}
            data-testid={`view-item-${key}`}
            rightSection={
              <span className="count" data-count={count}>
                {count === undefined ? '·' : intl.formatNumber(count)}
              </span>
            }
          >
            <bdi>{name}</bdi>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
