import { call } from '../../ipc/client.ts';

/** Saves a session as a calendar file where the user says; gives the file's name, null where nobody wants one. */
export const saveSessionCalendar = async (id: string, name: string): Promise<string | null> => {
  const selection = await call('file:choose-target', { kind: 'ics', name: name.slice(0, 200) });
  if (selection === null) return null;
  await call('calendar:export', { what: { kind: 'session', id }, selectionId: selection.selectionId });
  return selection.files[0]?.name ?? '';
};
