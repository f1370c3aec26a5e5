import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { call } from '../../../ipc/client.ts';
import { tellRefusal } from '../../desk/tell-result.ts';

type What = CallInput<'calendar:export'>['what'];

/** Writes a calendar file to where the user says. The one place from which the calendar exports: `exportCalendar` takes its place. */
export const exportShown = async (what: What, name: string): Promise<void> => {
  try {
    const target = await call('file:choose-target', { kind: 'ics', name });
    if (target !== null) await call('calendar:export', { what, selectionId: target.selectionId });
  } catch (failure) {
    tellRefusal(failure);
  }
};
