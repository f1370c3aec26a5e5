import '../../styles/policy.css';
import '../../styles/offer.css';
import { lazy, Suspense, type ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { IconInfoCircle } from '@tabler/icons-react';
import { openOverlay } from '../../state/desk-store.ts';
import { HeaderButton } from '../../ui/header-button.tsx';
import { PART_NAMES, PART_PANEL_ID, PartTabs, partTabId } from './part-tabs.tsx';
import { PolicyPlace } from './policy-place.tsx';
import { usePolicyStore, type Part } from './policy-store.ts';

const ExpertsPlace = lazy(async () => ({ default: (await import('./experts-place.tsx')).ExpertsPlace }));

const PeoplePlace = lazy(async () => ({ default: (await import('./people-place.tsx')).PeoplePlace }));

const BackupsPlace = lazy(async () => ({ default: (await import('../backup/backups-place.tsx')).BackupsPlace }));

/** Parts that are no rules; those are drafted and saved together. */
const PLACES: Readonly<Partial<Record<Part, ComponentType>>> = {
  experts: ExpertsPlace,
  people: PeoplePlace,
  backups: BackupsPlace,
};

/** What holds for the whole desk. */
export const SettingsScreen = () => {
  const intl = useIntl();
  const part = usePolicyStore((desk) => desk.part);
  const Shown = PLACES[part] ?? PolicyPlace;
  return (
    <main className="settings" aria-labelledby="settings-title" data-testid="settings-screen">
      <header className="queue-header">
        <h1 id="settings-title">{intl.formatMessage({ id: 'settings.title' })}</h1>
        <PartTabs />
        <span className="about-open">
          <HeaderButton
            icon={IconInfoCircle}
            name="about.title"
            testId="about-open"
            onPress={() => openOverlay('about')}
          />
        </span>
      </header>
      <div className="policy-panel" id={PART_PANEL_ID} role="tabpanel" aria-labelledby={partTabId(part)}>
        <h2 className="sr-only">{intl.formatMessage({ id: PART_NAMES[part] })}</h2>
        <Suspense fallback={null}>
          <Shown />
        </Suspense>
      </div>
    </main>
  );
};
