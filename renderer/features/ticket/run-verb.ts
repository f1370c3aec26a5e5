import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { openForm } from '../../state/desk-store.ts';
import { tellDone, tellRefusal } from '../desk/tell-result.ts';
import { toggleTimer } from './timer-calls.ts';
import { verbOf, type VerbId } from './verbs.ts';

/** Does a verb to one ticket: opens its form, or does it at once and tells so. What refuses it is told too. */
export const runVerb = async (id: VerbId, row: QueueRow): Promise<void> => {
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
    const { commandId } = await runCommands([{ id: row.id, expectedVersion: row.version }], commands);
    tellDone(row.reference, commands, commandId);
  } catch (error) {
    tellRefusal(error);
  }
};
