import type { CallInput } from '../../../shared/ipc/contract.ts';
import { dateOf } from './export-name.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { saveCalendar } from '../../ipc/save-file.ts';
import { tell } from '../../state/notice-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';

type What = CallInput<'calendar:export'>['what'];

const nameOf = async (what: What): Promise<string> => {
  const intl = presentIntl();
  if (what.kind === 'session') {
    const { row } = await queryClient.ensureQueryData(sessionQuery(what.id));
    const kind = intl.formatMessage({ id: `expertise.assignment.${row.assignment}` });
    return [row.customer, kind, row.startMs === null ? '' : dateOf(row.startMs)].join(' ').trim();
  }
  const whose = what.kind === 'expert' ? what.expert : 'Cloud Expertise';
  return `${whose} ${dateOf(what.fromMs)} ${dateOf(what.toMs - 1)}`;
};

/** Saves sessions as a calendar file where the user says, and tells how many it holds. What fails is told over the window. */
export const exportCalendar = async (what: What): Promise<void> => {
  try {
    const saved = await saveCalendar(await nameOf(what), what);
    if (saved === null) return;
    tell('done', presentIntl().formatMessage({ id: 'busy.exported' }, { count: saved.events, file: saved.file }));
  } catch (failure) {
    reportFailure(failure);
  }
};
