import { z } from 'zod';
import { AUDIT_PAGE_ROWS, auditCursor, auditFilter, auditPage } from './audit-schemas.ts';
import { call, nothing } from './call.ts';
import { fileSelection } from './import-schemas.ts';

/** Who did what when: the logs themselves, as one list. */
export const auditCalls = {
  /** What was recorded, the newest first: events before `before`, which is exclusive. */
  'audit:list': call(
    'core',
    z.strictObject({
      filter: auditFilter,
      before: auditCursor.nullable(),
      limit: z.number().int().min(1).max(AUDIT_PAGE_ROWS),
    }),
    auditPage,
  ),
  'audit:list-kinds': call('core', nothing, z.array(z.string())),
  /** Asks where an export goes; null where nobody wants one. */
  'audit:choose-file': call('shell', nothing, fileSelection.nullable()),
  /** Writes what a filter lets through as CSV to the chosen file, whole or not at all. */
  'audit:export': call(
    'core',
    z.strictObject({ filter: auditFilter, selectionId: z.string().max(60) }),
    z.strictObject({ rows: z.number().int() }),
  ),
  'audit:cancel': call('core', nothing, nothing),
} as const;
