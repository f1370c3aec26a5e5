import { lazy, Suspense, type ComponentType } from 'react';
import { QueueScreen } from './features/queue/queue-screen.tsx';
import { useDeskStore, type Place } from './state/desk-store.ts';

/** The first picture is the queue: the other places come when somebody goes there. */
const PLACES: Readonly<Record<Place, ComponentType>> = {
  queue: QueueScreen,
  customers: lazy(async () => ({
    default: (await import('./features/customers/customers-screen.tsx')).CustomersScreen,
  })),
  expertise: lazy(async () => ({
    default: (await import('./features/expertise/expertise-screen.tsx')).ExpertiseScreen,
  })),
  coaching: lazy(async () => ({ default: (await import('./features/coaching/coaching-screen.tsx')).CoachingScreen })),
  maintenance: lazy(async () => ({
    default: (await import('./features/maintenance/maintenance-screen.tsx')).MaintenanceScreen,
  })),
  texts: lazy(async () => ({ default: (await import('./features/texts/texts-screen.tsx')).TextsScreen })),
  audit: lazy(async () => ({ default: (await import('./features/audit/audit-screen.tsx')).AuditScreen })),
  settings: lazy(async () => ({ default: (await import('./features/settings/settings-screen.tsx')).SettingsScreen })),
};

/** The place of the console that is shown. */
export const ShownPlace = () => {
  const Screen = PLACES[useDeskStore((desk) => desk.place)];
  return (
    <Suspense fallback={null}>
      <Screen />
    </Suspense>
  );
};
