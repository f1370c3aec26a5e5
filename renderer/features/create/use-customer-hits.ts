import { useEffect, useState } from 'react';
import type { CustomerHit } from '../../../shared/ipc/desk-schemas.ts';
import { call } from '../../ipc/client.ts';

const RETRY_MS = 500;

export type CustomerHits = { readonly text: string; readonly hits: readonly CustomerHit[] };

/** The customers that fit what is typed: the last answer, with the text that it answers. */
export const useCustomerHits = (text: string, isWanted: boolean): CustomerHits | null => {
  const [found, setFound] = useState<CustomerHits | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      call('customer:find', { text }).then(
        (hits) => {
          if (!isStale) setFound({ text, hits });
        },
        // No answer is not 'nobody': a new customer of that name would split one that exists.
        () => {
          if (!isStale) retry = setTimeout(ask, RETRY_MS);
        },
      );
    };
    ask();
    return () => {
      isStale = true;
      clearTimeout(retry);
    };
  }, [text, isWanted]);
  return found;
};
