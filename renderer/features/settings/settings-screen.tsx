import '../../styles/policy.css';
import { useIntl } from 'react-intl';
import { PolicyPlace } from './policy-place.tsx';

/** What holds for the whole desk. */
export const SettingsScreen = () => {
  const intl = useIntl();
  return (
    <main className="settings" aria-labelledby="settings-title" data-testid="settings-screen">
      <header className="queue-header">
        <h1 id="settings-title">{intl.formatMessage({ id: 'settings.title' })}</h1>
        <h2 className="settings-section">{intl.formatMessage({ id: 'policy.title' })}</h2>
      </header>
      <PolicyPlace />
    </main>
  );
};
