import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ImportReport } from '../../../shared/ipc/import-schemas.ts';

/** Lines drawn of each kind; the report that is copied has all that are kept. */
const SHOWN_ISSUES = 200;

type Issue = ImportReport['errors'][number];
type Issued = Pick<ImportReport, 'errors' | 'warnings' | 'errorCount' | 'warningCount'>;
type IssuesProps = { readonly kind: 'errors' | 'warnings'; readonly count: number; readonly issues: readonly Issue[] };

const Issues = ({ kind, count, issues }: IssuesProps) => {
  const intl = useIntl();
  if (count === 0) return null;
  const Icon = kind === 'errors' ? IconAlertCircle : IconInfoCircle;
  const more = count - Math.min(issues.length, SHOWN_ISSUES);
  return (
    <details className="issues" data-kind={kind} data-testid={`import-${kind}`} open={kind === 'errors'}>
      <summary>
        <Icon size={14} stroke={1.9} aria-hidden="true" />
        {intl.formatMessage({ id: `import.${kind}` }, { count })}
      </summary>
      {/* It scrolls, so keys must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={intl.formatMessage({ id: `import.${kind}` }, { count })}>
        {issues.slice(0, SHOWN_ISSUES).map(({ file, line, reason }, i) => (
          // One line can have the same fault twice; the list never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${file} ${line} ${i}`}>
            <span className="issue-line">{intl.formatMessage({ id: 'import.line' }, { line })}</span>
            <bdi>{reason}</bdi>
            <bdi className="issue-file">{file}</bdi>
          </li>
        ))}
        {more > 0 ? (
          <li className="issue-more">{intl.formatMessage({ id: 'import.moreIssues' }, { count: more })}</li>
        ) : null}
      </ul>
    </details>
  );
};

/** What could not be read, by line, and what to know. */
export const IssueList = ({ report }: { readonly report: Issued }) => (
  <>
    <Issues kind="errors" count={report.errorCount} issues={report.errors} />
    <Issues kind="warnings" count={report.warningCount} issues={report.warnings} />
  </>
);
