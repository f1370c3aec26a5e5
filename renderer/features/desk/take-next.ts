import { call } from '../../ipc/client.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { tell } from '../../state/notice-store.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { tellRefusal } from './tell-result.ts';

let isTaking = false;

/** The next ticket that is due at my level becomes mine and is opened. A key held down takes one. */
export const takeNext = async (): Promise<void> => {
  if (isTaking) return;
  isTaking = true;
  try {
    const { row, commandId } = await call('ticket:take-next', {});
    openTicket(row.id);
    const { reference } = row;
    tell('done', presentIntl().formatMessage({ id: 'notice.yours' }, { reference }), commandId);
  } catch (error) {
    tellRefusal(error);
  } finally {
    isTaking = false;
  }
};
