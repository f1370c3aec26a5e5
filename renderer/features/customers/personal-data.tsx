import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle, IconDownload, IconEraser, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { heldCopiesQuery } from '../../ipc/privacy-queries.ts';
import { savePersonalData } from '../../ipc/save-file.ts';
import { tell } from '../../state/notice-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { openCustomerDialog } from './customer-dialog-store.ts';

/** Copies of the database that still hold what was erased, and the way to be rid of them. */
const Copies = () => {
  const intl = useIntl();
  const client = useQueryClient();
  const { data } = useQuery(heldCopiesQuery);
  const [isBusy, setIsBusy] = useState(false);
  if (data === undefined || data.copies.length === 0) return null;
  const replace = async (): Promise<void> => {
    setIsBusy(true);
    try {
      client.setQueryData(heldCopiesQuery.queryKey, await call('privacy:replace-copies', {}));
      tell('done', intl.formatMessage({ id: 'privacy.copiesReplaced' }));
    } catch (error) {
      reportFailure(error);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <div className="held-copies" data-testid="held-copies">
      <p>
        <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />{' '}
        {intl.formatMessage({ id: 'privacy.copies' }, { count: data.copies.length })}
      </p>
      <p className="quiet">{intl.formatMessage({ id: 'privacy.copiesNote' })}</p>
      <button
        type="button"
        className="action"
        disabled={isBusy}
        onClick={() => void replace()}
        data-testid="replace-copies"
      >
        {intl.formatMessage({ id: 'privacy.copiesReplace' })}
      </button>
    </div>
  );
};

/** What is recorded of a customer can be given out and erased, by a lead. */
export const PersonalData = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const isLead = useApp().state.me.role === 'lead';
  const { id, name } = page.row;
  const word = (key: string): string => intl.formatMessage({ id: key });
  const save = (): void =>
    void savePersonalData(name, { kind: 'customer', id }).then((saved) => {
      if (saved === null) return;
      tell('done', intl.formatMessage({ id: 'privacy.exported' }, { count: saved.lines, file: saved.file }));
    }, reportFailure);
  if (page.mergedIntoId !== null) return null;
  return (
    <section className="card customer-card personal-data" aria-labelledby="personal-data-title">
      <header>
        <h3 id="personal-data-title">{word('privacy.title')}</h3>
      </header>
      <p className="quiet">
        {isLead ? null : <IconLock size={13} stroke={2} aria-hidden="true" />}{' '}
        {word(isLead ? 'privacy.intro' : 'privacy.leadOnly')}
      </p>
      {isLead ? (
        <div className="customer-actions">
          <button type="button" className="action" onClick={save} data-testid="privacy-export">
            <IconDownload size={14} stroke={2} aria-hidden="true" /> {word('privacy.export')}
          </button>
          <button
            type="button"
            className="action"
            onClick={() => openCustomerDialog({ kind: 'erase', contactId: null })}
            data-testid="privacy-erase"
          >
            <IconEraser size={14} stroke={2} aria-hidden="true" /> {word('privacy.erase')}
          </button>
        </div>
      ) : null}
      {isLead ? <Copies /> : null}
    </section>
  );
};
