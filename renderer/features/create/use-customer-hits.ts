import { useEffect, useState } from 'react';
import type { CustomerHit } from '../../../shared/ipc/desk-schemas.ts';
import { call } from '../../ipc/client.ts';

export type CustomerHits = { readonly text: string; readonly hits: readonly CustomerHit[] };

/** The customers that fit what is typed: the last answer, with the text that it answers. */
export const useCustomerHits = (text: string, isWanted: boolean): CustomerHits | null => {
  const [found, setFound] = useState<CustomerHits | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    const take = (hits: readonly CustomerHit[]): void => {
      if (!isStale) setFound({ text, hits });
    };
    // A core that is away finds nobody; creating tells why.
    call('customer:find', { text }).then(take, () => take([]));
    return () => {
      isStale = true;
    };
  }, [text, isWanted]);
  return found;
};
