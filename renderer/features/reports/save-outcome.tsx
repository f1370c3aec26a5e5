import { useIntl } from 'react-intl';
import { FailureLine } from '../../ui/failure-line.tsx';

/** `failure`: why there is no file, or no further one. */
export type Outcome = { readonly files: readonly string[]; readonly failure?: unknown } | null;

/** What became of saving: the files, and why there are no more. */
export const SaveOutcome = ({ outcome }: { readonly outcome: Outcome }) => {
  const intl = useIntl();
  return (
    <>
      <div role="status" data-testid="report-outcome">
        {outcome !== null && outcome.files.length > 0
          ? intl.formatMessage(
              { id: 'reports.savedFiles' },
              { count: outcome.files.length, file: outcome.files.at(-1) ?? '' },
            )
          : null}
      </div>
      {outcome?.failure !== undefined ? <FailureLine failure={outcome.failure} /> : null}
    </>
  );
};
