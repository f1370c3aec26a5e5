import { durationText } from '../../../shared/i18n/clock-text.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import type { WorkInput } from '../../../shared/ipc/expertise-schemas.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { call } from '../../ipc/client.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import { takeBackWork } from '../expertise/log-work.ts';
import { drawn, showSessionPage } from './use-session-action.ts';

/** Says that a session was held and posts its work; resolves once both are on disk. The undo takes the work back. */
export const finishSession = async ({ row }: SessionPage, input: WorkInput, workedMin: number): Promise<void> => {
  const { customerId, expert: _expert, ...work } = input;
  const page = await call('coaching:finish', { id: row.id, expectedVersion: row.version, work });
  showSessionPage(page);
  await drawn();
  const intl = presentIntl();
  const worked = durationText(workedMin * 60, (value) => intl.formatNumber(value));
  const text = intl.formatMessage({ id: 'held.finished' }, { customer: page.row.customer, worked });
  const { workId } = page;
  if (workId === null) tell('done', text);
  else tellDoneWith(text, () => takeBackWork(customerId, workId, intl.formatMessage({ id: 'work.mistake' })));
};
