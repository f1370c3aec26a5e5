import { z } from 'zod';
import { LANGUAGES } from '../i18n/language.ts';
import { call, nothing } from './call.ts';
import { figureId, figureRow, report, reportOrder, reportTickets, reportTicketsOrder } from './report-schemas.ts';

/** The figures of a period. Everybody may read how the desk does; what leaves the console as a file is a lead's. */
export const reportCalls = {
  /** Every figure there is: its unit, its definition, and the events that it depends on. */
  'report:list-figures': call('core', nothing, z.array(figureRow)),
  'report:get': call('core', reportOrder, report),
  /** The tickets behind one line of a report. */
  'report:get-tickets': call('core', reportTicketsOrder, reportTickets),
  /** A report as CSV in the style of a language's spreadsheets; the window saves it (`file:export-text`). Null: all figures. */
  'report:export': call(
    'core',
    reportOrder.extend({ figures: z.array(figureId).min(1).nullable(), language: z.enum(LANGUAGES) }),
    z.strictObject({ text: z.string() }),
    ['lead'],
  ),
  /** Ends the reports that this window still waits for. */
  'report:cancel': call('core', nothing, nothing),
} as const;
