import type { IntlShape } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { errorText } from '../../i18n/error-text.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { openForm } from '../../state/desk-store.ts';
import { tell } from '../../state/notice-store.ts';
import { toggleTimer } from './timer-calls.ts';
import { verbOf, type VerbId } from './verbs.ts';

/** Does a verb to one ticket: opens its form, or does it at once and tells so. What refuses it is told too. */
export const runVerb = async (intl: IntlShape, id: VerbId, row: QueueRow): Promise<void> => {
  const { form, commands } = verbOf(id);
  if (form !== undefined) {
    openForm(form);
    return;
  }
  try {
    if (commands === undefined) {
      await toggleTimer(row.id);
      return;
    }
    const { commandId } = await runCommands([{ id: row.id, expectedVersion: null }], commands);
    tell('done', intl.formatMessage({ id: `page.done.${id}` }, { reference: row.reference }), commandId);
  } catch (error) {
    tell('refused', errorText(intl, error));
  }
};
