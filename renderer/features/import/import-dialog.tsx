import '../../styles/import.css';
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { FileSelection } from '../../../shared/ipc/import-schemas.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { closeImport, useUiStore } from '../../state/ui-store.ts';
import { ImportCounts } from './import-counts.tsx';
import { ImportGuessView } from './import-guess.tsx';
import { ImportForm } from './import-form.tsx';
import { ImportProgressBar } from './import-progress.tsx';
import { ImportReportView } from './import-report.tsx';
import { ImportSample } from './import-sample.tsx';
import { IssueList } from './issue-list.tsx';
import { useImport } from './use-import.ts';

const Files = ({ selection }: { readonly selection: FileSelection }) => {
  const intl = useIntl();
  return (
    <ul className="import-files">
      {selection.files.map(({ name, sizeBytes }, i) => (
        // Two files of one name may come from two folders; the list never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${name} ${i}`}>
          <IconFile size={14} stroke={1.7} aria-hidden="true" />
          <bdi>{name}</bdi>
          <span>{intl.formatMessage({ id: 'import.size' }, { kb: Math.max(1, Math.round(sizeBytes / 1024)) })}</span>
        </li>
      ))}
    </ul>
  );
};

const Failure = ({ error }: { readonly error: unknown }) => {
  const intl = useIntl();
  return (
    <p className="import-failure" role="alert" data-testid="import-failure">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      {errorText(intl, error)}
    </p>
  );
};

const ImportBody = ({ selection }: { readonly selection: FileSelection }) => {
  const intl = useIntl();
  const { state } = useApp();
  // The preview already looks at the user's own queue.
  const [isFromSample] = useState(state.workspace === 'sample');
  const { options, request, detected, guess, isReading, preview, run, isRunning, change, cancel } =
    useImport(selection);
  if (run.data !== undefined) {
    return <ImportReportView report={run.data} files={selection.files.map(({ name }) => name)} />;
  }
  const { data, error } = preview;
  const isNothingNew = data !== undefined && data.report.events === 0;
  return (
    <>
      <div className="import-body">
        <Files selection={selection} />
        <fieldset disabled={isRunning}>
          <ImportForm options={options} zone={request.zone} detected={detected} onChange={change} />
        </fieldset>
        {guess === null || guess.profile.value === null ? null : <ImportGuessView guess={guess} zone={request.zone} />}
        {isFromSample ? <p className="import-note">{intl.formatMessage({ id: 'import.sampleNote' })}</p> : null}
        {isRunning || isReading ? <ImportProgressBar isWriting={isRunning} /> : null}
        {run.error === null ? null : <Failure error={run.error} />}
        {error === null || isReading ? null : <Failure error={error} />}
        {data === undefined || isReading ? null : (
          <section aria-label={intl.formatMessage({ id: 'import.preview' })} data-testid="import-preview">
            <ImportCounts report={data.report} />
            {isNothingNew ? <p className="import-note">{intl.formatMessage({ id: 'import.nothingNew' })}</p> : null}
            <IssueList report={data.report} />
            <ImportSample rows={data.sample} />
          </section>
        )}
      </div>
      <footer className="dialog-footer">
        <Button variant="default" onClick={isRunning ? cancel : closeImport}>
          {intl.formatMessage({ id: isRunning ? 'import.stop' : 'cancel' })}
        </Button>
        <Button
          onClick={() => run.mutate()}
          disabled={data === undefined || isReading || error !== null}
          loading={isRunning}
          data-testid="import-run"
          data-autofocus
        >
          {data === undefined || isReading
            ? intl.formatMessage({ id: 'import.run' })
            : intl.formatMessage(
                { id: 'import.runCount' },
                { count: data.report.tickets.new + data.report.tickets.changed },
              )}
        </Button>
      </footer>
    </>
  );
};

/** Imports files: how to read them, what would come of it, the import itself, and its report. */
export const ImportDialog = () => {
  const intl = useIntl();
  const selection = useUiStore((ui) => ui.importSelection);
  return (
    <Modal
      opened={selection !== null}
      onClose={closeImport}
      title={intl.formatMessage({ id: 'import.title' })}
      size={900}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      {selection === null ? null : (
        <div data-testid="import-dialog">
          <ImportBody selection={selection} key={selection.selectionId} />
        </div>
      )}
    </Modal>
  );
};
