import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createIntl, RawIntlProvider } from 'react-intl';
import type { AppState, Preferences } from '../shared/ipc/contract.ts';
import { AppContext, type AppFacts } from './app-context.ts';
import { useHotkeys } from './commands/hotkeys.ts';
import { LockBand } from './features/access/lock-band.tsx';
import { Notices } from './features/desk/notices.tsx';
import { DropOverlay } from './features/import/drop-overlay.tsx';
import { machineZone } from './features/import/import-options.ts';
import { BugBoundary } from './features/fault/bug-boundary.tsx';
import { FaultOverlay } from './features/fault/fault-overlay.tsx';
import { isFault } from './features/fault/fault-ways.ts';
import { ReadOnlyBand } from './features/fault/read-only-band.tsx';
import { ToldBand } from './features/fault/told-band.tsx';
import { FailureBar } from './features/shell/failure-bar.tsx';
import { Rail } from './features/shell/rail.tsx';
import { SampleBanner } from './features/shell/sample-banner.tsx';
import { StartScreen } from './features/shell/start-screen.tsx';
import { TicketDetail } from './features/ticket/ticket-detail.tsx';
import { clockWords } from './i18n/clock-words.ts';
import { useHasFirstAnswers } from './first-answers.ts';
import { instantFormat } from '../shared/i18n/instant-format.ts';
import { LOCALES, MESSAGES } from './i18n/messages.ts';
import { showTarget } from './features/wall/show-target.ts';
import { listen } from './ipc/client.ts';
import { followNotices } from './ipc/notices.ts';
import { faultStandingQuery } from './ipc/backup-queries.ts';
import { keepMemory } from './memory.ts';
import { appStateQuery, clockRulesQuery } from './ipc/queries.ts';
import { queryClient } from './ipc/query-client.ts';
import { Overlays } from './overlays.tsx';
import { ShownPlace } from './place.tsx';
import { useNextRules } from './ipc/rules-in-force.ts';
import { useAsOfMs, useReplayStore } from './state/replay-store.ts';
import { useReportStore } from './state/report-store.ts';
import { goTo, useDeskStore } from './state/desk-store.ts';
import { useFaultStore } from './state/fault-store.ts';
import { useUiStore } from './state/ui-store.ts';
import { theme } from './theme.ts';
import { isWallWindow } from './which-window.ts';

const ReplayBand = lazy(async () => ({ default: (await import('./features/replay/replay-band.tsx')).ReplayBand }));

const MaintenanceBanner = lazy(async () => ({
  default: (await import('./features/maintenance/maintenance-banner.tsx')).MaintenanceBanner,
}));

const ClockBand = lazy(async () => ({ default: (await import('./features/shell/clock-band.tsx')).ClockBand }));

const ReportReturn = lazy(async () => ({
  default: (await import('./features/reports/report-return.tsx')).ReportReturn,
}));
const WallWindow = lazy(async () => ({ default: (await import('./features/wall/wall-window.tsx')).WallWindow }));

const ReplacingCover = lazy(async () => ({
  default: (await import('./features/fault/replacing-cover.tsx')).ReplacingCover,
}));

const WallAlone = () => (
  <Suspense fallback={null}>
    <WallWindow />
  </Suspense>
);

/** What the first picture does without comes once it has been there for a moment. */
const BANNER_AFTER_MS = 400;

const useIsSettled = (): boolean => {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), BANNER_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
};

const toQueue = (): void => goTo('queue');

const Console = ({ isAsleep }: { readonly isAsleep: boolean }) => {
  useHotkeys();
  useEffect(keepMemory, []);
  useEffect(() => listen('wall:chosen', showTarget), []);
  const isSettled = useIsSettled();
  const place = useDeskStore((desk) => desk.place);
  const selectedId = useUiStore((ui) => ui.selectedId);
  const isReplayOpen = useReplayStore((replay) => replay.isOpen);
  const isPast = useAsOfMs() !== null;
  const isFromReport = useReportStore((reports) => reports.openedId !== null);
  return (
    <div className="console" data-past={isPast || undefined} inert={isAsleep}>
      <Rail />
      <div className="place">
        <Suspense fallback={null}>{isReplayOpen ? <ReplayBand /> : null}</Suspense>
        <SampleBanner />
        <LockBand />
        <Suspense fallback={null}>{isSettled ? <ClockBand /> : null}</Suspense>
        <ReadOnlyBand />
        <ToldBand />
        <Suspense fallback={null}>{isSettled ? <MaintenanceBanner /> : null}</Suspense>
        <FailureBar />
        <Suspense fallback={null}>{place === 'queue' && isFromReport ? <ReportReturn /> : null}</Suspense>
        <BugBoundary of={place} {...(place === 'queue' ? {} : { onLeave: toQueue })}>
          <ShownPlace />
        </BugBoundary>
      </div>
      <BugBoundary of={`${place} ${selectedId ?? ''}`}>{place === 'queue' ? <TicketDetail /> : null}</BugBoundary>
      <Overlays />
      <Notices />
      <DropOverlay />
    </div>
  );
};

const useScheme = (theme: Preferences['theme'] | undefined): 'light' | 'dark' => {
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  if (theme === 'light' || theme === 'dark') return theme;
  return isSystemDark ? 'dark' : 'light';
};

const systemLanguage = (): AppState['language'] => (navigator.language.startsWith('fr') ? 'fr' : 'en');

const Words = ({ language, children }: { readonly language: AppState['language']; readonly children: ReactNode }) => {
  const intl = useMemo(
    () => createIntl({ locale: LOCALES[language], defaultLocale: 'en-GB', messages: { ...MESSAGES[language] } }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <RawIntlProvider value={intl}>{children}</RawIntlProvider>;
};

const Window = () => {
  const hasFirstAnswers = useHasFirstAnswers();
  const { data: state, error, refetch } = useQuery(appStateQuery);
  const asOfMs = useAsOfMs();
  const { data: newestRules, error: rulesError, refetch: refetchRules } = useQuery(clockRulesQuery);
  useEffect(followNotices, []);
  const rules = asOfMs === null ? newestRules : newestRules?.at(asOfMs);
  useNextRules(newestRules);
  const scheme = useScheme(state?.preferences.theme);
  const language = state?.language ?? systemLanguage();
  const facts = useMemo((): AppFacts | null => {
    if (state === undefined || rules === undefined) return null;
    const locale = LOCALES[language];
    const { zone } = rules.policy.business;
    const instants = instantFormat(locale, zone);
    return {
      state,
      rules,
      instants,
      isForeignZone: machineZone() !== zone,
      clockWords: clockWords(language, instants),
    };
  }, [state, rules, language]);
  const isReplacing = useQuery(faultStandingQuery).data?.isReplacing ?? false;
  // The queue was there, and cannot be opened any more.
  const lasting = isFault(rulesError) ? rulesError : null;
  const isFaultShown = useFaultStore(({ shown }) => shown !== null) || lasting !== null;
  const retry = (): void => {
    if (error !== null) void refetch();
    if (rulesError !== null) void refetchRules();
  };
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      <Words language={language}>
        {facts === null || !hasFirstAnswers ? (
          <StartScreen error={error ?? rulesError} retry={retry} />
        ) : (
          <AppContext value={facts}>
            <BugBoundary of="window">
              {isWallWindow ? <WallAlone /> : <Console isAsleep={isFaultShown || isReplacing} />}
            </BugBoundary>
            {isWallWindow ? null : <FaultOverlay lasting={lasting} />}
          </AppContext>
        )}
        <Suspense fallback={null}>{isReplacing ? <ReplacingCover /> : null}</Suspense>
      </Words>
    </MantineProvider>
  );
};

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Window />
  </QueryClientProvider>
);
