import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { call } from '../../ipc/client.ts';
import { tell } from '../../state/notice-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Saves one session as a calendar file where the user says. */
export const exportSession = async ({ row }: SessionPage): Promise<void> => {
  const intl = presentIntl();
  try {
    const name = `${row.customer}.ics`;
    const selection = await call('file:choose-target', { kind: 'ics', name });
    if (selection === null) return;
    await call('calendar:export', { what: { kind: 'session', id: row.id }, selectionId: selection.selectionId });
    const file = selection.files[0]?.name ?? name;
    tell('done', intl.formatMessage({ id: 'session.exported' }, { file }));
  } catch (failure) {
    reportFailure(failure);
  }
};
