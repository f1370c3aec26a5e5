import type { TicketDetail } from '../../../../shared/ipc/schemas.ts';
import { customerQuery } from '../../../ipc/customer-queries.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import type { Suggestion } from './suggest-field.tsx';

type Named = { readonly name: string | null; readonly email: string };

/** People of a ticket's customer who have a mail address, by what was typed of name or address. */
export const findContacts =
  (detail: TicketDetail | null) =>
  async (text: string): Promise<readonly Suggestion[]> => {
    const customerId = detail?.customerId ?? null;
    const known = customerId === null ? [] : (await queryClient.ensureQueryData(customerQuery(customerId))).contacts;
    const all: Named[] = known.flatMap(({ name, email }) => (email === null ? [] : [{ name, email }]));
    const own = detail?.contact ?? null;
    if (own !== null && !all.some(({ email }) => email === own))
      all.unshift({ name: detail?.requester ?? null, email: own });
    const wanted = text.trim().toLocaleLowerCase();
    return all
      .filter(({ name, email }) => `${name ?? ''} ${email}`.toLocaleLowerCase().includes(wanted))
      .slice(0, 8)
      .map(({ name, email }) => ({
        key: email,
        text: email,
        shown: (
          <>
            <bdi>{email}</bdi>
            {name === null ? null : (
              <span className="suggest-more">
                <bdi>{name}</bdi>
              </span>
            )}
          </>
        ),
      }));
  };
