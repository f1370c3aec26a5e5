import type { LedgerView, WorkInput } from '../../../shared/ipc/expertise-schemas.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { call } from '../../ipc/client.ts';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import { discardTimer } from '../ticket/timer-calls.ts';

/** Shows a ledger that a call gave back, before the notice of its commit has it asked again. */
export const showLedger = (ledger: LedgerView): void =>
  void queryClient.setQueryData(ledgerQuery(ledger.customerId).queryKey, ledger);

/** Takes an entry back, with why. */
export const takeBackWork = async (customerId: number, workId: string, reason: string): Promise<void> => {
  const ledger = await call('expertise:reverse-work', { customerId, workId, reason });
  showLedger(ledger);
  const intl = presentIntl();
  tell('done', intl.formatMessage({ id: 'work.takenBack' }, { customer: ledger.customer }));
};

/** Logs work; resolves once it is on disk, and tells what is left, with an undo. A timer that measured it has done its work. */
export const logWork = async (input: WorkInput, workedMin: number, isFromTimer: boolean): Promise<void> => {
  const { workId, ledger } = await call('expertise:log-work', input);
  showLedger(ledger);
  if (isFromTimer) await discardTimer().catch(() => undefined);
  const intl = presentIntl();
  const span = (minutes: number): string => durationText(minutes * 60, (value) => intl.formatNumber(value));
  const values = { customer: ledger.customer, worked: span(workedMin), left: span(ledger.entitlement.leftMin) };
  tellDoneWith(intl.formatMessage({ id: 'work.logged' }, values), () =>
    takeBackWork(input.customerId, workId, intl.formatMessage({ id: 'work.mistake' })),
  );
};
