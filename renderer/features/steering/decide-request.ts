import type { PendingOverage } from '../../../shared/ipc/expertise-schemas.ts';
import type { RequestLine, RequestOrder, RequestPage } from '../../../shared/ipc/steering-schemas.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { call } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import { showLedger } from '../expertise/log-work.ts';
import { requestsQuery } from './steering-queries.ts';

/** Puts a request that a call gave back where lists show it, before these are asked again. */
const showLine = (line: RequestLine): void =>
  void queryClient.setQueryData(requestsQuery.queryKey, (lines) => [
    line,
    ...(lines ?? []).filter(({ id }) => id !== line.id),
  ]);

const say = (id: string, subject: string): string => presentIntl().formatMessage({ id }, { subject });

/** Takes one's own decision back, with what it posted. */
export const reopenRequest = async ({ id, version }: Pick<RequestLine, 'id' | 'version'>): Promise<void> => {
  const reason = presentIntl().formatMessage({ id: 'work.mistake' });
  const line = await call('steering:reopen', { id, expectedVersion: version, reason });
  showLine(line);
  tell('done', say('steering.reopened', line.subject));
};

/** Does what a page tells, and nothing else: what has changed since is refused. */
export const approveRequest = async ({ id, version, basis }: RequestPage, reason: string | null): Promise<void> => {
  const line = await call('steering:approve', { id, expectedVersion: version, basis, reason });
  showLine(line);
  const text = say('steering.approved', line.subject);
  // Work that was taken back stays taken back.
  if (line.order.kind === 'reverseWork') tell('done', text);
  else tellDoneWith(text, () => reopenRequest(line));
};

export const refuseRequest = async (
  { id, version }: Pick<RequestLine, 'id' | 'version'>,
  reason: string,
): Promise<void> => {
  const line = await call('steering:refuse', { id, expectedVersion: version, reason });
  showLine(line);
  tellDoneWith(say('steering.refused', line.subject), () => reopenRequest(line));
};

export const withdrawRequest = async ({ id, version }: Pick<RequestLine, 'id' | 'version'>): Promise<void> => {
  const line = await call('steering:withdraw', { id, expectedVersion: version });
  showLine(line);
  tell('done', say('steering.withdrawn', line.subject));
};

/** Sends what was refused to the leads, with why. */
export const askLead = async (order: RequestOrder, reason: string): Promise<void> => {
  const line = await call('steering:ask', { order, reason });
  showLine(line);
  tellDoneWith(say('steering.asked', line.subject), () => withdrawRequest(line));
};

/** The same as from the list of the experts' hours. */
export const decideOverage = async (
  { customerId, entry }: PendingOverage,
  isApproved: boolean,
  reason: string,
): Promise<void> => {
  const order = { customerId, workId: entry.id, isApproved, minutes: entry.overageMin, reason };
  const ledger = await call('expertise:decide-overage', order);
  showLedger(ledger);
  const id = `expertise.${isApproved ? 'approve' : 'decline'}.done`;
  tell('done', presentIntl().formatMessage({ id }, { customer: ledger.customer }));
};
