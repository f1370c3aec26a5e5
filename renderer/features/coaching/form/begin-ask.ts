import { customerQuery } from '../../../ipc/customer-queries.ts';
import { loadDraft } from '../../../ipc/kept-draft.ts';
import { ticketDetailQuery } from '../../../ipc/queries.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { emptyAsk, type AskDraft } from './ask-draft.ts';
import type { SessionLanguage } from './session-draft.ts';
import { ofCustomer, restoreDraft } from './restore-draft.ts';
import type { Begun } from './use-kept-form.ts';

type About = { readonly customerId: number | null; readonly ticketId: number | null };

const keyOf = ({ customerId, ticketId }: About): string =>
  ticketId !== null
    ? `session:ask:ticket:${ticketId}`
    : customerId === null
      ? 'session:ask'
      : `session:ask:${customerId}`;

/** Finds out for whom and about what a session is asked for, and what was typed of it before. */
export const beginAsk = async (about: About, language: SessionLanguage): Promise<Begun<AskDraft>> => {
  const detail =
    about.ticketId === null
      ? null
      : await queryClient.fetchQuery(ticketDetailQuery(about.ticketId, null)).catch(() => null);
  const customerId = about.customerId ?? detail?.customerId ?? null;
  const page = customerId === null ? null : await queryClient.fetchQuery(customerQuery(customerId)).catch(() => null);
  const start: AskDraft = {
    ...emptyAsk(page?.row.language ?? language),
    ...(page === null
      ? {}
      : { customerText: page.row.name, customer: { id: page.row.id, name: page.row.name, tier: page.row.tier } }),
    ...(detail === null
      ? {}
      : {
          assignment: 'diagnosis',
          ticketText: detail.row.reference,
          ticket: { id: detail.row.id, reference: detail.row.reference },
        }),
  };
  const draftKey = keyOf(about);
  return { draftKey, start, restored: restoreDraft(ofCustomer(await loadDraft(draftKey), start), start) };
};
