import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { RailButton, type RailButtonProps } from './rail-button.tsx';

export type Choice = {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly lang?: string;
};

type Props = Pick<RailButtonProps, 'label' | 'icon' | 'testId'> & { readonly choices: readonly Choice[] };

/** A button of the rail with a menu of choices of which one holds; it opens as soon as it is there. Loaded once it is wanted. */
export const ChoiceMenu = ({ label, icon, testId, choices }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  // Closed at first, so that what opens finds the button that it stands beside.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setIsOpen(true), []);
  return (
    <Menu opened={isOpen} onChange={setIsOpen} position="right-end" offset={8} withinPortal shadow="md" width={190}>
      <Menu.Target>
        <RailButton label={label} icon={icon} testId={testId} isFocused />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        {choices.map(({ label: word, isChosen, onChoose, lang }) => (
          <Menu.RadioItem
            key={word}
            value={word}
            lang={lang}
            checked={isChosen}
            closeMenuOnClick
            onChange={onChoose}
            checkIcon={<IconCheck size={14} stroke={2.2} aria-hidden="true" />}
          >
            {word}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
