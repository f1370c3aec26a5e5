import { IconLanguage, IconSunMoon } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { keepPreferences } from '../../ipc/keep-preferences.ts';
import type { Choice } from './choice-menu.tsx';
import { RailButton, type RailButtonProps } from './rail-button.tsx';

const loadMenu = async () => ({ default: (await import('./choice-menu.tsx')).ChoiceMenu });
const ChoiceMenu = lazy(loadMenu);

type Props = Pick<RailButtonProps, 'label' | 'icon' | 'testId'> & { readonly choices: readonly Choice[] };

/** The first picture does not wait for the menu behind the button. */
const SettingMenu = ({ choices, ...button }: Props) => {
  const [isWanted, setIsWanted] = useState(false);
  const plain = <RailButton {...button} onClick={() => setIsWanted(true)} />;
  if (!isWanted) return plain;
  return (
    <Suspense fallback={plain}>
      <ChoiceMenu {...button} choices={choices} />
    </Suspense>
  );
};

export const LanguageMenu = () => {
  const intl = useIntl();
  const { preferences } = useApp().state;
  const choice = (language: Preferences['language'], label: string, lang?: string): Choice => ({
    label,
    isChosen: preferences.language === language,
    onChoose: () => keepPreferences({ language }),
    ...(lang === undefined ? {} : { lang }),
  });
  return (
    <SettingMenu
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
    <SettingMenu
      label={intl.formatMessage({ id: 'settings.theme' })}
      icon={<IconSunMoon size={19} stroke={1.6} aria-hidden="true" />}
      testId="theme-menu"
      choices={THEMES.map((theme) => ({
        label: intl.formatMessage({ id: theme === 'system' ? 'settings.system' : `settings.${theme}` }),
        isChosen: preferences.theme === theme,
        onChoose: () => keepPreferences({ theme }),
      }))}
    />
  );
};
