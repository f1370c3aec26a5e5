import { useState } from 'react';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeCoachingDialog } from '../../state/coaching-store.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';

export type SessionAction = { readonly isBusy: boolean; readonly failure: unknown };

/** Shows a page that a call gave back, before it is asked again. */
export const showSessionPage = (page: SessionPage): void =>
  void queryClient.setQueryData(sessionQuery(page.row.id).queryKey, page);

/** What a call changed is drawn: the focus goes back to what is there then. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Runs what a dialog is for: it closes when that is done, and tells why it was not. A late answer closes nothing else. */
export const useSessionAction = () => {
  const [action, setAction] = useState<SessionAction>({ isBusy: false, failure: null });
  const isGone = useIsGone();
  return {
    ...action,
    forget: (): void => setAction({ isBusy: false, failure: null }),
    /** Resolves to whether it was done. */
    run: async (
      change: () => Promise<SessionPage>,
      done: (page: SessionPage) => string,
      takeBack: ((page: SessionPage) => Promise<void>) | null = null,
    ): Promise<boolean> => {
      setAction({ isBusy: true, failure: null });
      try {
        const page = await change();
        showSessionPage(page);
        await drawn();
        if (!isGone.current) closeCoachingDialog();
        if (takeBack === null) tell('done', done(page));
        else tellDoneWith(done(page), () => takeBack(page));
        return true;
      } catch (failure) {
        if (isGone.current) reportFailure(failure);
        else setAction({ isBusy: false, failure });
        return false;
      }
    },
  };
};
