import { IconDownload, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import { call, CallFailure, listen } from '../../ipc/client.ts';
import { tell } from '../../state/notice-store.ts';
import { tellRefusal } from '../desk/tell-result.ts';

/** Writes what is listed, whole, to a file that the user chooses; pressed again while it does, it stops. */
export const AuditExport = ({ filter }: { readonly filter: AuditFilter }) => {
  const intl = useIntl();
  const [done, setDone] = useState<number | null>(null);
  const isExporting = done !== null;
  useEffect(() => listen('audit:progressed', (told) => setDone((before) => (before === null ? null : told.done))), []);
  const run = async (): Promise<void> => {
    try {
      const selection = await call('audit:choose-file', {});
      if (selection === null) return;
      setDone(0);
      const { rows } = await call('audit:export', { filter, selectionId: selection.selectionId });
      const file = selection.files[0]?.name ?? '';
      tell('done', intl.formatMessage({ id: 'audit.exported' }, { count: rows, file }));
    } catch (error) {
      if (error instanceof CallFailure && error.code === 'audit/cancelled') {
        tell('done', intl.formatMessage({ id: 'error.audit/cancelled' }));
      } else tellRefusal(error);
    } finally {
      setDone(null);
    }
  };
  return (
    <button
      type="button"
      className="banner-button audit-export"
      onClick={() => void (isExporting ? call('audit:cancel', {}) : run())}
      data-testid="audit-export"
    >
      {isExporting ? <IconX size={14} aria-hidden="true" /> : <IconDownload size={14} aria-hidden="true" />}
      {isExporting
        ? intl.formatMessage({ id: 'audit.stop' }, { count: done })
        : intl.formatMessage({ id: 'audit.export' })}
    </button>
  );
};
