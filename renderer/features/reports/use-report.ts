import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Period } from '../../../shared/report/sink.ts';
import type { Step } from '../../../shared/report/period.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { askAsOf, choosePeriod, chooseStep, narrow, useReportStore } from '../../state/report-store.ts';
import { canCut, periodOf, usualStep, type PeriodChoice } from './period-choice.ts';
import { reportQuery, stopReports, type AnsweredReport, type ReportOrder } from './report-queries.ts';

/** What was chosen when a report was asked for: whoever stops the next one goes back to it. */
type Chosen = { readonly choice: PeriodChoice; readonly step: Step | null };
type Kept = { readonly answered: AnsweredReport; readonly chosen: Chosen };

export type ShownReport = {
  /** What is asked for; null where the dates are none. */
  readonly order: ReportOrder | null;
  readonly period: Period | null;
  readonly step: Step;
  /** What is shown: the answer, or the one before while the next is made. Null before the first. */
  readonly answered: AnsweredReport | null;
  readonly isMaking: boolean;
  /** Something was recorded since. */
  readonly isOutdated: boolean;
  readonly error: Error | null;
  readonly again: () => void;
  /** Stops what is being made, and goes back to what is shown. */
  readonly stop: () => void;
};

const stepFor = (period: Period | null, step: Step | null): Step => {
  if (period === null) return 'day';
  return step !== null && canCut(period, step) ? step : usualStep(period);
};

/** The report that is chosen, and the one that is shown until it is there. */
export const useReport = (): ShownReport => {
  const zone = useLedgerZone();
  const {
    choice,
    step: wanted,
    filter,
    asOfMs,
  } = useReportStore(useShallow(({ choice, step, filter, asOfMs }) => ({ choice, step, filter, asOfMs })));
  const nowMs = useNow(wholeMinute);
  const found = periodOf(choice, zone, nowMs);
  const [fromMs, toMs] = [found?.fromMs ?? null, found?.toMs ?? null];
  const period = useMemo(() => (fromMs === null || toMs === null ? null : { fromMs, toMs }), [fromMs, toMs]);
  const step = stepFor(period, wanted);
  const order = useMemo(
    (): ReportOrder | null => (period === null ? null : { ...period, filter, asOfMs, step, compare: true }),
    [period, filter, asOfMs, step],
  );
  const { data, error, isFetching, isStale, refetch } = useQuery(reportQuery(order));
  const [kept, setKept] = useState<Kept | null>(null);
  if (data !== undefined && data !== kept?.answered) setKept({ answered: data, chosen: { choice, step: wanted } });
  const answered = data ?? kept?.answered ?? null;
  return {
    ...{ order, period, step, answered, error: data === undefined ? error : null },
    isMaking: isFetching,
    isOutdated: isStale && data !== undefined,
    again: () => void refetch(),
    stop: () => {
      stopReports();
      if (kept === null || data !== undefined) return;
      choosePeriod(kept.chosen.choice);
      chooseStep(kept.chosen.step);
      narrow(kept.answered.order.filter);
      askAsOf(kept.answered.order.asOfMs);
    },
  };
};
