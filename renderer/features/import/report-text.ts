import type { IntlShape } from 'react-intl';
import type { ImportReport } from '../../../shared/ipc/import-schemas.ts';

type Issue = ImportReport['errors'][number];

export const issueLine = (intl: IntlShape, { file, line, reason }: Issue): string =>
  intl.formatMessage({ id: 'import.issue' }, { file, line, reason });

/** A report as plain text, to paste into a message. */
export const reportText = (intl: IntlShape, files: readonly string[], report: ImportReport): string => {
  const { tickets, rows, events, errors, warnings, errorCount, warningCount, isCancelled } = report;
  const issues = (id: string, count: number, listed: readonly Issue[]): string[] =>
    count === 0
      ? []
      : ['', intl.formatMessage({ id }, { count }), ...listed.map((issue) => `- ${issueLine(intl, issue)}`)];
  return [
    files.join(', '),
    intl.formatMessage({ id: 'import.summary' }, { rows, events, ...tickets }),
    ...(isCancelled ? [intl.formatMessage({ id: 'import.cancelled' })] : []),
    ...issues('import.errors', errorCount, errors),
    ...issues('import.warnings', warningCount, warnings),
  ].join('\n');
};
