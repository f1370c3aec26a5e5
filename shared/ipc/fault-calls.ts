import { z } from 'zod';
import { call, nothing } from './call.ts';
import { fileSelection } from './import-schemas.ts';

/** How the database stands that the windows show. */
export const faultStanding = z.strictObject({
  /** Its file, as whoever looks for it needs it. */
  path: z.string(),
  /** The code of the fault because of which only a copy of it is read; null where it is open as always. */
  readOnlyBecause: z.string().nullable(),
  /** Another database is being put in its place: nobody is answered until that is done. */
  isReplacing: z.boolean(),
});
export type FaultStanding = z.infer<typeof faultStanding>;

/** What an export of a damaged database holds. */
export const salvaged = z.strictObject({
  rows: z.int().min(0),
  /** Tables of which not every row could be read. */
  lost: z.array(z.string()),
});

/** The ways on where the database cannot be used as always. */
export const faultCalls = {
  'fault:get-standing': call('shell', nothing, faultStanding),
  /** Opens the database as always. */
  'fault:open-again': call('shell', nothing, faultStanding),
  /** Opens a copy of what is there, in which nothing is changed; `because` is the code of the fault. */
  'fault:open-read-only': call(
    'shell',
    z.strictObject({ because: z.string().regex(/^[a-z]+\/[a-z-]{1,40}$/) }),
    faultStanding,
  ),
  /** Shows the file in its folder. */
  'fault:show-file': call('shell', nothing, nothing),
  /** Asks where an export goes; null where nobody wants one. */
  'fault:choose-export': call('shell', nothing, fileSelection.nullable()),
  /** Exports what can be read of the database, damaged or not; `backup:progressed` tells how far it is. */
  'fault:export-readable': call('shell', z.strictObject({ selectionId: z.string().max(60) }), salvaged, ['lead']),
  /** Ends an export, or a restore that has replaced nothing yet. */
  'fault:cancel': call('shell', nothing, nothing),
} as const;
