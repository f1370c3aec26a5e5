import '../../styles/policy.css';
import '../../styles/offer.css';
import { useIntl } from 'react-intl';
import { ExpertsPlace } from './experts-place.tsx';
import { PART_NAMES, PART_PANEL_ID, PartTabs, partTabId } from './part-tabs.tsx';
import { PolicyPlace } from './policy-place.tsx';
import { usePolicyStore } from './policy-store.ts';

/** What holds for the whole desk. */
export const SettingsScreen = () => {
  const intl = useIntl();
  const part = usePolicyStore((desk) => desk.part);
  return (
    <main className="settings" aria-labelledby="settings-title" data-testid="settings-screen">
      <header className="queue-header">
        <h1 id="settings-title">{intl.formatMessage({ id: 'settings.title' })}</h1>
        <PartTabs />
      </header>
      <div className="policy-panel" id={PART_PANEL_ID} role="tabpanel" aria-labelledby={partTabId(part)}>
        <h2 className="sr-only">{intl.formatMessage({ id: PART_NAMES[part] })}</h2>
        {part === 'experts' ? <ExpertsPlace /> : <PolicyPlace />}
      </div>
    </main>
  );
};
