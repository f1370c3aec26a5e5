import { Menu } from '@mantine/core';
import { IconCheck, IconLanguage, IconSunMoon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { reportFailure } from '../../ui/report-failure.ts';

const keep = (change: Partial<Preferences>): void =>
  void call('app:set-preferences', change).then(adoptAppState, reportFailure);

type Choice = {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly lang?: string;
};

type Props = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly testId: string;
  readonly choices: readonly Choice[];
};

const ChoiceMenu = ({ label, icon, testId, choices }: Props) => (
  <Menu position="right-end" offset={8} withinPortal shadow="md" width={190}>
    <Menu.Target>
      <button type="button" className="rail-entry" data-testid={testId} title={label}>
        {icon}
        <span>{label}</span>
      </button>
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

export const LanguageMenu = () => {
  const intl = useIntl();
  const { preferences } = useApp().state;
  const choice = (language: Preferences['language'], label: string, lang?: string): Choice => ({
    label,
    isChosen: preferences.language === language,
    onChoose: () => keep({ language }),
    ...(lang === undefined ? {} : { lang }),
  });
  return (
    <ChoiceMenu
      label={intl.formatMessage({ id: 'settings.language' })}
      icon={<IconLanguage size={19} stroke={1.6} aria-hidden="true" />}
      testId="language-menu"
      choices={[
        choice('system', intl.formatMessage({ id: 'settings.system' })),
        choice('en', 'English', 'en'),
        choice('fr', 'Français', 'fr'),
      ]}
    />
  );
};

const THEMES = ['system', 'light', 'dark'] as const;

export const ThemeMenu = () => {
  const intl = useIntl();
  const { preferences } = useApp().state;
  return (
    <ChoiceMenu
      label={intl.formatMessage({ id: 'settings.theme' })}
      icon={<IconSunMoon size={19} stroke={1.6} aria-hidden="true" />}
      testId="theme-menu"
      choices={THEMES.map((theme) => ({
        label: intl.formatMessage({ id: theme === 'system' ? 'settings.system' : `settings.${theme}` }),
        isChosen: preferences.theme === theme,
        onChoose: () => keep({ theme }),
      }))}
    />
  );
};
