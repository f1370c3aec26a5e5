import { appStateQuery } from '../../ipc/queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { tell } from '../../state/notice-store.ts';
import { beginHandover } from '../../state/handover-store.ts';
import { handoversQuery } from './handover-queries.ts';

/** The message that says why no handover can be begun now; null where one can. */
export const whyNotBegin = (role: string | undefined, isUnderWay: boolean): string | null =>
  role === 'agent' || role === 'lead' ? (isUnderWay ? 'error.handover/under-way' : null) : 'error.access/role';

/** Shows what a handover would begin with, or tells why none can be. */
export const beginHandoverHere = (): void => {
  const lines = queryClient.getQueryData(handoversQuery.queryKey) ?? [];
  const role = queryClient.getQueryData(appStateQuery.queryKey)?.me.role;
  const refusal = whyNotBegin(
    role,
    lines.some(({ signed }) => signed === null),
  );
  if (refusal === null) beginHandover();
  else tell('refused', presentIntl().formatMessage({ id: refusal }));
};
