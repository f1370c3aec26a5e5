import '../../styles/import.css';
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { CustomerImportReport } from '../../../shared/ipc/customer-schemas.ts';
import type { FileSelection } from '../../../shared/ipc/import-schemas.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { call } from '../../ipc/client.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { IssueList } from '../import/issue-list.tsx';
import { closeCustomerImport, useCustomerImportStore } from './customer-import-store.ts';

const Counts = ({ report }: { readonly report: CustomerImportReport }) => {
  const intl = useIntl();
  const numbers = [
    ['new', report.customers.new],
    ['changed', report.customers.changed],
    ['unchanged', report.customers.unchanged],
    ['rows', report.rows],
  ] as const;
  return (
    <dl className="import-counts" data-columns="4">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{intl.formatMessage({ id: `customerImport.count.${name}` })}</dt>
          <dd data-testid={`customer-count-${name}`} data-count={value}>
            {intl.formatNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
};

type ReportProps = { readonly report: CustomerImportReport; readonly isPreview: boolean };

const Report = ({ report, isPreview }: ReportProps) => {
  const intl = useIntl();
  const isNothingNew = report.customers.new + report.customers.changed === 0 && report.errorCount === 0;
  return (
    <>
      <Counts report={report} />
      {isPreview && isNothingNew ? (
        <p className="import-note">{intl.formatMessage({ id: 'customerImport.nothingNew' })}</p>
      ) : null}
      {report.tickets === 0 ? null : (
        <p className="import-note" data-testid="customer-import-tickets">
          {intl.formatMessage({ id: 'customerImport.tickets' }, { count: report.tickets })}
        </p>
      )}
      <IssueList report={report} />
    </>
  );
};

const Files = ({ selection }: { readonly selection: FileSelection }) => (
  <ul className="import-files">
    {selection.files.map(({ name }, i) => (
      // Two files of one name may come from two folders; the list never changes.
      // oxlint-disable-next-line react/no-array-index-key
      <li key={`${name} ${i}`}>
        <IconFile size={14} stroke={1.7} aria-hidden="true" />
        <bdi>{name}</bdi>
      </li>
    ))}
  </ul>
);

const ImportBody = ({ selection }: { readonly selection: FileSelection }) => {
  const intl = useIntl();
  const { state } = useApp();
  const { selectionId } = selection;
  const preview = useQuery({
    queryKey: ['customer-import', selectionId],
    queryFn: () => call('customer:preview-import', { selectionId }),
    ...{ gcTime: 0, staleTime: Infinity, retry: false },
  });
  const run = useMutation({ mutationFn: () => call('customer:import', { selectionId }) });
  const failure = run.error ?? preview.error;
  const { data } = preview;
  const toTake = data === undefined ? 0 : data.customers.new + data.customers.changed;
  const isDone = run.data !== undefined;
  return (
    <>
      <div className="import-body">
        <Files selection={selection} />
        {isDone ? (
          <section data-testid="customer-import-report">
            <p className="import-done" role="status">
              <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />
              {intl.formatMessage({ id: 'customerImport.done' })}
            </p>
            <Report report={run.data} isPreview={false} />
          </section>
        ) : (
          <>
            <p className="quiet">
              {intl.formatMessage(
                { id: 'customerImport.what' },
                { columns: intl.formatMessage({ id: 'customerImport.columns' }) },
              )}
            </p>
            {state.workspace === 'sample' ? (
              <p className="import-note">{intl.formatMessage({ id: 'customerImport.sample' })}</p>
            ) : null}
            {preview.isPending ? (
              <p className="quiet" role="status">
                {intl.formatMessage({ id: 'customerImport.reading' })}
              </p>
            ) : null}
            {failure === null ? null : (
              <p className="import-failure" role="alert" data-testid="customer-import-failure">
                <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
                {errorText(intl, failure)}
              </p>
            )}
            {data === undefined ? null : (
              <section aria-label={intl.formatMessage({ id: 'import.preview' })} data-testid="customer-import-preview">
                <Report report={data} isPreview />
              </section>
            )}
          </>
        )}
      </div>
      <footer className="dialog-footer">
        {isDone ? (
          <Button onClick={closeCustomerImport} data-autofocus data-testid="customer-import-close">
            {intl.formatMessage({ id: 'close' })}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={closeCustomerImport}>
              {intl.formatMessage({ id: 'cancel' })}
            </Button>
            <Button
              onClick={() => run.mutate()}
              disabled={toTake === 0 || preview.isError}
              loading={run.isPending}
              data-autofocus
              data-testid="customer-import-run"
            >
              {intl.formatMessage({ id: 'customerImport.run' }, { count: toTake })}
            </Button>
          </>
        )}
      </footer>
    </>
  );
};

/** Imports lists of customers: what would come of them, line by line, then the import and its report. */
export const CustomerImportDialog = () => {
  const intl = useIntl();
  const selection = useCustomerImportStore((store) => store.selection);
  useFocusBack();
  return (
    <Modal
      opened={selection !== null}
      onClose={closeCustomerImport}
      title={intl.formatMessage({ id: 'customerImport.title' })}
      size={760}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      {selection === null ? null : (
        <div data-testid="customer-import-dialog">
          <ImportBody selection={selection} key={selection.selectionId} />
        </div>
      )}
    </Modal>
  );
};
