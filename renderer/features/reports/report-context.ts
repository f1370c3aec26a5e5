import { createContext, use } from 'react';
import type { ReportPage } from '../../../shared/ipc/report-schemas.ts';
import type { Period } from '../../../shared/report/sink.ts';
import type { ReportWords } from '../../../shared/report/tell-figure.ts';

/** The report that is shown, to its parts. */
export type ReportFacts = {
  readonly page: ReportPage;
  readonly period: Period;
  readonly words: ReportWords;
};

export const ReportContext = createContext<ReportFacts | null>(null);

export const useShown = (): ReportFacts => {
  const facts = use(ReportContext);
  if (facts === null) throw new Error('useShown is called outside a report');
  return facts;
};
