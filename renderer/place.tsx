import { lazy, Suspense, type ComponentType } from 'react';
import { useApp } from './app-context.ts';
import { QueueScreen } from './features/queue/queue-screen.tsx';
import { useDeskStore, type Place } from './state/desk-store.ts';
import { PlaceTypeAhead } from './ui/place-type-ahead.ts';

const loadCustomers = async () => ({
  default: (await import('./features/customers/customers-screen.tsx')).CustomersScreen,
});
const loadExpertise = async () => ({
  default: (await import('./features/expertise/expertise-screen.tsx')).ExpertiseScreen,
});

const loadCoaching = async () => ({
  default: (await import('./features/coaching/coaching-screen.tsx')).CoachingScreen,
});

/** The first picture is the queue: the other places come when somebody goes there. */
const PLACES: Readonly<Record<Place, ComponentType>> = {
  queue: QueueScreen,
  wall: lazy(async () => ({ default: (await import('./features/wall/wall-screen.tsx')).WallScreen })),
  customers: lazy(loadCustomers),
  expertise: lazy(loadExpertise),
  coaching: lazy(loadCoaching),
  maintenance: lazy(async () => ({
    default: (await import('./features/maintenance/maintenance-screen.tsx')).MaintenanceScreen,
  })),
  handover: lazy(async () => ({ default: (await import('./features/handover/handover-screen.tsx')).HandoverScreen })),
  reports: lazy(async () => ({ default: (await import('./features/reports/reports-screen.tsx')).ReportsScreen })),
  texts: lazy(async () => ({ default: (await import('./features/texts/texts-screen.tsx')).TextsScreen })),
  audit: lazy(async () => ({ default: (await import('./features/audit/audit-screen.tsx')).AuditScreen })),
  settings: lazy(async () => ({ default: (await import('./features/settings/settings-screen.tsx')).SettingsScreen })),
};

/** Fetches the places that people go to all day, before they do. */
export const fetchPlaces = (): Promise<unknown> => Promise.all([loadCustomers(), loadExpertise(), loadCoaching()]);

/** Places whose first field takes what was typed on the way to them. */
const BEGINS_WITH_TEXT: ReadonlySet<Place> = new Set(['customers']);

/** The place of the console that is shown. */
export const ShownPlace = () => {
  const place = useDeskStore((desk) => desk.place);
  const { workspace } = useApp().state;
  const Screen = PLACES[place];
  return (
    // Another workspace has other customers and people: nothing that was chosen of these stays.
    <Suspense key={`${workspace} ${place}`} fallback={BEGINS_WITH_TEXT.has(place) ? <PlaceTypeAhead /> : null}>
      <Screen />
    </Suspense>
  );
};
