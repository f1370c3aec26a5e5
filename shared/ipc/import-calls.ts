import { z } from 'zod';
import { call, nothing } from './call.ts';
import { fileSelection, importPreview, importReport, importRequest } from './import-schemas.ts';

/** Exports of other desks. */
export const importCalls = {
  'import:choose-files': call(
    'shell',
    z.strictObject({ purpose: z.enum(['export', 'tier-map', 'level-map']) }),
    fileSelection.nullable(),
  ),
  'import:preview': call('core', importRequest, importPreview, ['agent', 'lead']),
  'import:run': call('core', importRequest, importReport, ['agent', 'lead']),
  'import:cancel': call('core', nothing, nothing, ['agent', 'lead']),
} as const;
