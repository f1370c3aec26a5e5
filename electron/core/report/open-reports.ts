import { reportHandlers } from './report-handlers.ts';
import { createReportSources } from './report-source.ts';

type Parts = Parameters<typeof createReportSources>[0];

/** Everything about reports, composed: what answers the calls. */
export const openReports = (parts: Parts): ReturnType<typeof reportHandlers> => {
  const { database, clock } = parts;
  return reportHandlers({ database, clock, sources: createReportSources(parts) });
};
