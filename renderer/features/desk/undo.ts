import { CallFailure, call } from '../../ipc/client.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { dismiss, tell, useNoticeStore, type Notice } from '../../state/notice-store.ts';
import { didTextOfEvents } from './did-text.ts';
import { tellRefusal } from './tell-result.ts';

const dropNoticeOf = (commandId: string): void => {
  for (const notice of useNoticeStore.getState().notices) if (notice.commandId === commandId) dismiss(notice.id);
};

/** Undoes a command of mine, the last one where none is named, and tells what it was. */
export const undo = async (commandId: string | null): Promise<void> => {
  try {
    const undone = await call('command:undo', { commandId });
    dropNoticeOf(undone.commandId);
    const intl = presentIntl();
    const did = didTextOfEvents(intl, undone.kinds);
    const values = { did, reference: undone.reference, count: undone.ticketIds.length };
    tell('done', intl.formatMessage({ id: 'notice.undone' }, values));
  } catch (error) {
    // Somebody undid it already, here or by the key: its notice offers nothing more.
    if (commandId !== null && error instanceof CallFailure && error.code === 'command/nothing-to-undo') {
      dropNoticeOf(commandId);
    }
    tellRefusal(error);
  }
};

/** Undoes what a notice tells of. */
export const undoNotice = async ({ id, commandId, takeBack }: Notice): Promise<void> => {
  if (takeBack === undefined) {
    await undo(commandId);
    return;
  }
  dismiss(id);
  await takeBack().catch(tellRefusal);
};

/** What was done last, as the newest notice tells it; else the last command of mine. */
export const undoLast = (): Promise<void> => {
  const newest = useNoticeStore.getState().notices.findLast(({ tone }) => tone === 'done');
  return newest?.takeBack === undefined ? undo(null) : undoNotice(newest);
};
