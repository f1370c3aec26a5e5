import { useIntl } from 'react-intl';
import { useImportProgress } from './use-import-progress.ts';

/** How far the files are read and written. */
export const ImportProgressBar = ({ isWriting }: { readonly isWriting: boolean }) => {
  const intl = useIntl();
  const progress = useImportProgress(true);
  const share = progress === null || progress.total === 0 ? null : Math.min(1, progress.done / progress.total);
  const phase = progress?.phase ?? 'reading';
  const id = phase === 'writing' && !isWriting ? 'import.phase.comparing' : `import.phase.${phase}`;
  return (
    <div className="import-progress" role="status">
      <span>
        {intl.formatMessage({ id })}
        {share === null ? null : ` ${intl.formatNumber(share, { style: 'percent' })}`}
      </span>
      <progress {...(share === null ? {} : { value: share })} aria-label={intl.formatMessage({ id })} />
    </div>
  );
};
