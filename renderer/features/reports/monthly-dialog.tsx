import { useQuery } from '@tanstack/react-query';
import { IconFileText } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { monthName } from '../../../shared/expertise/month.ts';
import { statementWords } from '../../../shared/expertise/statement-words.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { ReportSheet } from '../../../shared/report/report-sheet.ts';
import { tellCustomerReport } from '../../../shared/report/tell-customer-report.ts';
import { useApp } from '../../app-context.ts';
import { customersQuery } from '../../ipc/customer-queries.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { savePages } from '../../ipc/save-file.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { closeReportDialog, useReportStore } from '../../state/report-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { MonthlyForm, type Chosen } from './monthly-form.tsx';
import { monthlyQuery } from './monthly-query.ts';
import { PaperFrame } from './paper-frame.tsx';
import { lastWholeMonth } from './period-choice.ts';
import type { Outcome } from './save-outcome.tsx';
import { focusPlace } from './use-places.ts';
import { reportWordsIn } from './use-report-words.ts';

/** Files that are still to be saved, the first of which is shown; and those that were. */
type Run = { readonly left: readonly number[]; readonly files: readonly string[] };

/** The monthly report of one customer after another, each in its own language. */
export const MonthlyDialog = () => {
  const intl = useIntl();
  const { rules, state } = useApp();
  const zone = useLedgerZone();
  const isSample = useIsSample();
  useReturnedFocus(focusPlace);
  const customers = useQuery(customersQuery('', null));
  const rows = useMemo(
    () => customers.data?.rows.toSorted((a, b) => a.name.localeCompare(b.name)) ?? [],
    [customers.data],
  );
  const [chosen, setChosen] = useState<Chosen>(() => ({
    ...{ month: lastWholeMonth(zone, getRealNowMs()), customerIds: [], shownId: null, language: null },
  }));
  const filtered = useReportStore(({ filter }) => filter.customers);
  const [isBegun, setIsBegun] = useState(false);
  if (!isBegun && rows.length > 0) {
    // Whoever looks at some customers' figures wants their reports.
    setIsBegun(true);
    const ids = rows.filter(({ name }) => filtered.includes(name)).map(({ id }) => id);
    setChosen((before) => ({ ...before, customerIds: ids, shownId: ids[0] ?? null }));
  }
  const { month, shownId } = chosen;
  const { data, error, refetch } = useQuery(monthlyQuery({ customerId: shownId, month, zone, rules }));
  const language: Language = chosen.language ?? data?.language ?? state.language;
  const words = useMemo(() => reportWordsIn(language), [language]);
  const sheet = useMemo(() => {
    if (data === undefined) return null;
    const dates = statementWords(language, (id, values) => words.say(id, values));
    return tellCustomerReport({ ...data, isSample }, { words, dates });
  }, [data, words, language, isSample]);
  const [cut, setCut] = useState<{ readonly of: ReportSheet; readonly count: number } | null>(null);
  const pageCount = sheet !== null && cut?.of === sheet ? cut.count : null;
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [run, setRun] = useState<Run | null>(null);
  const isSaving = useRef(false);
  const [next, ...left] = run?.left ?? [];
  if (run !== null && (next === undefined || error !== null)) {
    setRun(null);
    setOutcome({ files: run.files, ...(error === null ? {} : { failure: error }) });
  }
  const isReady = next !== undefined && next === shownId && pageCount !== null && sheet !== null;
  useEffect(() => {
    if (!isReady || isSaving.current) return;
    isSaving.current = true;
    void savePages([sheet.title, sheet.owner, monthName(month)].join(' ')).then(
      // Whoever closes the dialog of one file wants no others.
      (file) => {
        isSaving.current = false;
        setRun((now) =>
          now === null || file === null
            ? { left: [], files: now?.files ?? [] }
            : { left: now.left.slice(1), files: [...now.files, file] },
        );
        const [after] = left;
        if (file !== null && after !== undefined) setChosen((before) => ({ ...before, shownId: after }));
      },
      (failure: unknown) => {
        isSaving.current = false;
        setOutcome({ files: run?.files ?? [], failure });
        setRun(null);
      },
    );
    // One file a customer, as soon as its pages are there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isReady, next]);
  const begin = (ids: readonly number[]): void => {
    setOutcome(null);
    // One language was chosen for one customer: several have their own.
    const own = ids.length > 1 ? { language: null } : {};
    setChosen((before) => ({ ...before, ...own, shownId: ids[0] ?? null }));
    setRun({ left: ids, files: [] });
  };
  const unread =
    customers.data !== undefined ? null : customers.error === null ? (
      <p className="no-option" role="status">
        {intl.formatMessage({ id: 'loading' })}
      </p>
    ) : (
      <FailureScreen
        title={intl.formatMessage({ id: 'customers.failed' })}
        error={customers.error}
        retry={customers.refetch}
      />
    );
  const wait =
    shownId === null ? (
      <StateScreen
        icon={<IconFileText size={26} stroke={1.5} />}
        title={intl.formatMessage({ id: 'reports.monthly.choose' })}
      />
    ) : error === null ? (
      <p className="quiet" role="status">
        {intl.formatMessage({ id: 'reports.making' })}
      </p>
    ) : (
      <FailureScreen title={intl.formatMessage({ id: 'reports.failed' })} error={error} retry={refetch} />
    );
  return (
    <Dialog
      title={intl.formatMessage({ id: 'reports.monthly.title' })}
      size="min(1180px, 96vw)"
      onClose={closeReportDialog}
    >
      <div className="rep-print">
        <MonthlyForm
          {...{ chosen, rows, unread, pageCount, outcome }}
          language={language}
          isRunning={run !== null}
          onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
          onSave={begin}
        />
        <PaperFrame {...{ sheet, words, isSample, pageCount, wait }} onCut={setCut} />
      </div>
    </Dialog>
  );
};
