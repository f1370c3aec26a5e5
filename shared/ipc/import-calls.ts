import { z } from 'zod';
import { call, nothing } from './call.ts';
import { importGuess, importProfileDraft, savedImportProfile } from './import-guess-schemas.ts';
import { fileSelection, importPreview, importReport, importRequest } from './import-schemas.ts';

/** Exports of other desks. */
export const importCalls = {
  'import:choose-files': call(
    'shell',
    z.strictObject({ purpose: z.enum(['export', 'tier-map', 'level-map']) }),
    fileSelection.nullable(),
  ),
  /** What files are, from the whole of them; `machineZone` is that of this computer. */
  'import:guess': call(
    'core',
    z.strictObject({ selectionId: z.uuid(), machineZone: z.string().min(1).max(64) }),
    importGuess,
    ['agent', 'lead'],
  ),
  'import:list-profiles': call('core', nothing, z.array(savedImportProfile), ['agent', 'lead']),
  'import:save-profile': call('core', importProfileDraft, z.strictObject({ id: z.number().int() }), ['agent', 'lead']),
  'import:remove-profile': call('core', z.strictObject({ id: z.number().int().positive() }), nothing, [
    'agent',
    'lead',
  ]),
  'import:preview': call('core', importRequest, importPreview, ['agent', 'lead']),
  'import:run': call('core', importRequest, importReport, ['agent', 'lead']),
  'import:cancel': call('core', nothing, nothing, ['agent', 'lead']),
} as const;
