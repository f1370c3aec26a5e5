import { lazy, Suspense, useEffect } from 'react';
import { fetchPlaces } from './place.tsx';
import { TypeAhead } from './ui/dialog-type-ahead.ts';
import { keepFirstFocus } from './ui/keep-first-focus.ts';
import { useCustomerImportStore } from './features/customer-import/customer-import-store.ts';
import { useCoachingStore } from './state/coaching-store.ts';
import { useAccessStore } from './state/access-store.ts';
import { useBulkStore } from './state/bulk-store.ts';
import { useDeskStore } from './state/desk-store.ts';
import { useUiStore } from './state/ui-store.ts';

const AboutDialog = lazy(async () => ({ default: (await import('./features/about/about-dialog.tsx')).AboutDialog }));
const ImportDialog = lazy(async () => ({
  default: (await import('./features/import/import-dialog.tsx')).ImportDialog,
}));
const loadCreate = async () => ({ default: (await import('./features/create/create-dialog.tsx')).CreateDialog });
const CreateDialog = lazy(loadCreate);
const CustomerImportDialog = lazy(async () => ({
  default: (await import('./features/customer-import/customer-import-dialog.tsx')).CustomerImportDialog,
}));
const ForecastDialog = lazy(async () => ({
  default: (await import('./features/forecast/forecast-dialog.tsx')).ForecastDialog,
}));
const HelpOverlay = lazy(async () => ({ default: (await import('./commands/help-overlay.tsx')).HelpOverlay }));
const loadPalette = async () => ({ default: (await import('./commands/palette/palette.tsx')).Palette });
const Palette = lazy(loadPalette);
const ProfileDialog = lazy(async () => ({
  default: (await import('./features/desk/profile-dialog.tsx')).ProfileDialog,
}));
const loadLogWork = async () => ({
  default: (await import('./features/expertise/log-work-dialog.tsx')).LogWorkDialog,
});
const LogWorkDialog = lazy(loadLogWork);
const StatementDialog = lazy(async () => ({
  default: (await import('./features/statement/statement-dialog.tsx')).StatementDialog,
}));
const WatchPanel = lazy(async () => ({ default: (await import('./features/watch/watch-panel.tsx')).WatchPanel }));
const CoachingDialogs = lazy(async () => ({
  default: (await import('./features/coaching/coaching-dialogs.tsx')).CoachingDialogs,
}));
const ApprovalsDialog = lazy(async () => ({
  default: (await import('./features/steering/approvals-dialog.tsx')).ApprovalsDialog,
}));
const EscalationsDialog = lazy(async () => ({
  default: (await import('./features/steering/escalations-dialog.tsx')).EscalationsDialog,
}));
const RebalanceDialog = lazy(async () => ({
  default: (await import('./features/steering/rebalance-dialog.tsx')).RebalanceDialog,
}));
const AccessDialogs = lazy(async () => ({
  default: (await import('./features/access/access-dialogs.tsx')).AccessDialogs,
}));
const loadBulk = async () => ({ default: (await import('./features/desk/bulk-dialog.tsx')).BulkDialog });
const BulkDialog = lazy(loadBulk);

/** A call comes at any moment: its forms, the palette, bulk work and the other places of every day are fetched once the first picture has long been there. */
const FETCH_AFTER_MS = 3_000;

/** What lies over the window. No first paint needs any of it: each comes when it is asked for. */
export const Overlays = () => {
  const overlay = useDeskStore((desk) => desk.overlay);
  const isBulkOpen = useBulkStore(({ order }) => order !== null);
  const isCoaching = useCoachingStore(({ dialog }) => dialog !== null);
  const isAskingAccess = useAccessStore(({ dialog }) => dialog !== null);
  const isHelpOpen = useUiStore((ui) => ui.isHelpOpen);
  const isImporting = useUiStore((ui) => ui.importSelection !== null);
  const isImportingCustomers = useCustomerImportStore(({ selection }) => selection !== null);
  useEffect(keepFirstFocus, []);
  useEffect(() => {
    const timer = setTimeout(
      () => void Promise.all([loadCreate(), loadPalette(), loadBulk(), loadLogWork(), fetchPlaces()]),
      FETCH_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense fallback={null}>
      {overlay === 'create' ? (
        <Suspense fallback={<TypeAhead />}>
          <CreateDialog />
        </Suspense>
      ) : null}
      {isHelpOpen ? <HelpOverlay /> : null}
      {isImporting ? <ImportDialog /> : null}
      {isImportingCustomers ? <CustomerImportDialog /> : null}
      {overlay === 'palette' ? (
        <Suspense fallback={<TypeAhead />}>
          <Palette />
        </Suspense>
      ) : null}
      {overlay === 'profile' ? <ProfileDialog /> : null}
      {overlay === 'forecast' ? <ForecastDialog /> : null}
      {overlay === 'logWork' ? (
        <Suspense fallback={<TypeAhead />}>
          <LogWorkDialog />
        </Suspense>
      ) : null}
      {overlay === 'statement' ? <StatementDialog /> : null}
      {overlay === 'watch' ? <WatchPanel /> : null}
      {overlay === 'approvals' ? <ApprovalsDialog /> : null}
      {overlay === 'escalations' ? <EscalationsDialog /> : null}
      {overlay === 'rebalance' ? <RebalanceDialog /> : null}
      {overlay === 'about' ? <AboutDialog /> : null}
      {isCoaching ? <CoachingDialogs /> : null}
      {isBulkOpen ? <BulkDialog /> : null}
      {isAskingAccess ? (
        // What lies under it stays drawn while it comes.
        <Suspense fallback={null}>
          <AccessDialogs />
        </Suspense>
      ) : null}
    </Suspense>
  );
};
