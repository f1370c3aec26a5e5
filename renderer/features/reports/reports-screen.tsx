import '../../styles/pictures.css';
import '../../styles/reports.css';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import { isNarrowed } from '../../state/queue-filters.ts';
import { ALL_TICKETS, narrow, noteOpened, useReportStore, type Section } from '../../state/report-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { DefinitionPanel } from './definition-panel.tsx';
import { MakingLine } from './making-line.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportBar } from './report-bar.tsx';
import { ReportContext, type ReportFacts } from './report-context.ts';
import { ReportStatus } from './report-status.tsx';
import { SECTION_PANEL_ID, SectionTabs, sectionTabId } from './section-tabs.tsx';
import { SectionView } from './section-view.tsx';
import { isBare } from './sections.ts';
import { TicketsPanel } from './tickets-panel.tsx';
import { focusPlace, movePlace, REPORT_BODY_ID, settlePlaces, showPlace, usePlaces } from './use-places.ts';
import { useReportWords } from './use-report-words.ts';
import { useReport, type ShownReport } from './use-report.ts';

/** Something of the reports has the keys. */
const isHeld = (): boolean => document.activeElement?.closest('.reports, [role="dialog"]') != null;

const Body = ({ report, section }: { readonly report: ShownReport; readonly section: Section }) => {
  const body = useRef<HTMLDivElement>(null);
  usePlaces(body);
  useEffect(() => {
    // Whoever chooses a period or types a filter goes on with that.
    showPlace();
    const { tickets, definition } = useReportStore.getState();
    if (tickets === null && definition === null && !isHeld()) focusPlace();
  }, []);
  return (
    // Arrows go from number to number, which have the keys themselves.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="rep-body"
      id={REPORT_BODY_ID}
      ref={body}
      tabIndex={-1}
      aria-busy={report.isMaking}
      onKeyDown={movePlace}
      onFocus={({ currentTarget }) => settlePlaces(currentTarget)}
      data-testid="report-body"
      data-section={section}
      data-as-of={report.answered?.page.asOfMs}
    >
      <div id={SECTION_PANEL_ID} role="tabpanel" aria-labelledby={sectionTabId(section)} className="rep-section">
        <SectionView section={section} />
      </div>
    </div>
  );
};

const Shown = ({ report }: { readonly report: ShownReport }) => {
  const intl = useIntl();
  const words = useReportWords();
  const filter = useReportStore((reports) => reports.filter);
  // The press is answered at once; the pictures of a part take a moment to be drawn.
  const section = useDeferredValue(useReportStore((reports) => reports.section));
  const { answered, period, error, again } = report;
  const page = answered?.page;
  const facts = useMemo(
    (): ReportFacts | null =>
      page === undefined ? null : { page, words, period: { fromMs: page.fromMs, toMs: page.toMs } },
    [page, words],
  );
  const word = (id: string): string => intl.formatMessage({ id });
  const icon = <IconReportAnalytics size={26} stroke={1.5} />;
  if (period === null)
    return <StateScreen icon={icon} title={word('reports.noDates')} text={word('reports.noDatesText')} />;
  if (error !== null && !report.isMaking) {
    return <FailureScreen title={word('reports.failed')} error={error} retry={again} />;
  }
  if (facts === null) return <Skeleton />;
  if (isBare(facts.page.lines)) {
    return (
      <StateScreen
        icon={icon}
        title={word(answered?.order.asOfMs == null ? 'reports.none' : 'reports.noneKnown')}
        text={word('reports.noneText')}
      >
        {isNarrowed(filter) ? (
          <button type="button" className="banner-button" onClick={() => narrow(ALL_TICKETS)}>
            {word('filter.clearAll')}
          </button>
        ) : undefined}
      </StateScreen>
    );
  }
  return (
    <ReportContext value={facts}>
      <Body report={report} section={section} key={section} />
    </ReportContext>
  );
};

const BONES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

const Skeleton = () => (
  <div className="rep-body rep-skeleton" aria-hidden="true">
    {BONES.map((bone, i) => (
      <span className="bone" key={bone} style={{ width: `${88 - ((i * 17) % 45)}%` }} />
    ))}
  </div>
);

/** How the desk did in a period: figures with their tickets, definitions, and what they were before. */
export const ReportsScreen = () => {
  const intl = useIntl();
  const report = useReport();
  const { answered, order, period, step, isMaking, isOutdated, again, stop } = report;
  const tickets = useReportStore((reports) => reports.tickets);
  const definition = useReportStore((reports) => reports.definition);
  useEffect(() => noteOpened(null), []);
  return (
    <main className="reports" aria-labelledby="reports-title" data-testid="reports-screen">
      <header className="queue-header">
        <h1 id="reports-title">{intl.formatMessage({ id: 'reports.rail' })}</h1>
        {answered === null ? null : (
          <ReportStatus page={answered.page} order={answered.order} isOutdated={isOutdated} onAgain={again} />
        )}
        <span className="grow" />
        <ReportActions report={report} />
      </header>
      <ReportBar period={period} step={step} />
      <SectionTabs />
      {isMaking ? <MakingLine onStop={stop} key={JSON.stringify(order)} /> : null}
      <div className="rep-place">
        <Shown report={report} />
        {definition !== null ? (
          <DefinitionPanel figure={definition} key={definition} />
        ) : tickets === null || order === null || answered === null ? null : (
          <TicketsPanel of={tickets} answered={answered} key={JSON.stringify(tickets)} />
        )}
      </div>
    </main>
  );
};
