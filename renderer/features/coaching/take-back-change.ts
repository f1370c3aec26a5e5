import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { call } from '../../ipc/client.ts';
import { tell } from '../../state/notice-store.ts';
import { beforeChange } from './form/session-order.ts';
import { showSessionPage } from './use-session-action.ts';

/** Makes a session again what it was before a change, confirmed where it was; refused where somebody changed it since. */
export const takeBackChange = async (
  before: SessionPage,
  after: SessionPage,
  change: CallInput<'coaching:change'>['change'],
): Promise<void> => {
  const { id, version, state, customer } = after.row;
  const back = await call('coaching:change', {
    ...{ id, expectedVersion: version, scope: 'this', acceptsWarnings: true },
    change: beforeChange(change, before),
  });
  const isUnconfirmed = before.row.state === 'confirmed' && state === 'planned';
  const page = isUnconfirmed
    ? await call('coaching:confirm', { id, expectedVersion: back.row.version, note: null })
    : back;
  showSessionPage(page);
  tell('done', presentIntl().formatMessage({ id: 'session.takenBack' }, { customer }));
};
