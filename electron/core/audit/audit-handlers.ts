import { pathOf } from '../chosen-files.ts';
import type { Handlers } from '../router.ts';
import { exportAudit } from './audit-export.ts';
import type { AuditService } from './audit-service.ts';

type AuditHandlers = Pick<Handlers<'core'>, `audit:${'list' | 'list-kinds' | 'export' | 'cancel'}`>;

/** Answers the calls about the audit. An export ends the one before it; `stop` ends it too. */
export const auditHandlers = (
  audit: AuditService,
  onProgress: (done: number) => void,
): { readonly handlers: AuditHandlers; readonly stop: () => void } => {
  let exporting: AbortController | null = null;
  return {
    handlers: {
      'audit:list': audit.list,
      'audit:list-kinds': audit.kinds,
      'audit:export': async ({ filter, selectionId }, caller) => {
        const path = pathOf(caller, selectionId, 'write');
        exporting?.abort();
        const { signal } = (exporting = new AbortController());
        return { rows: await exportAudit(audit, { filter, path, signal, onProgress }) };
      },
      'audit:cancel': () => {
        exporting?.abort();
        return {};
      },
    },
    stop: () => exporting?.abort(),
  };
};
