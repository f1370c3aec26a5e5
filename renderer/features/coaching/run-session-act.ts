import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { call } from '../../ipc/client.ts';
import { openCoachingDialog, openPlan } from '../../state/coaching-store.ts';
import { tell } from '../../state/notice-store.ts';
import { tellRefusal } from '../desk/tell-result.ts';
import { exportCalendar } from './export-calendar.ts';
import type { SessionAct } from './session-acts.ts';
import { showSessionPage } from './use-session-action.ts';

const confirm = ({ row }: SessionPage): void =>
  void call('coaching:confirm', { id: row.id, expectedVersion: row.version, note: null }).then((page) => {
    showSessionPage(page);
    tell('done', presentIntl().formatMessage({ id: 'session.confirmed' }, { customer: page.row.customer }));
  }, tellRefusal);

/** Does what one press asks for, or opens the form for what has to be said first. */
export const runSessionAct = (act: SessionAct, page: SessionPage): void => {
  const { id, customerId } = page.row;
  switch (act) {
    case 'plan':
      openPlan({ askedId: id, customerId });
      break;
    case 'confirm':
      confirm(page);
      break;
    case 'export':
      void exportCalendar({ kind: 'session', id: page.row.id });
      break;
    case 'report':
      openCoachingDialog({ kind: 'report', id, language: page.language });
      break;
    case 'edit':
    case 'callOff':
    case 'noShow':
    case 'finish':
    case 'invitation':
      openCoachingDialog({ kind: act, id });
      break;
  }
};
