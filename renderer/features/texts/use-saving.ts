import { useState } from 'react';
import { useIntl } from 'react-intl';
import { tell } from '../../state/notice-store.ts';

export type Saving = {
  readonly failure: unknown;
  /** Runs a save or a deletion, one at a time; `done` is told when it is on disk. */
  readonly run: (work: () => Promise<void>, done: string) => void;
  readonly forget: () => void;
};

/** What a save came to: a message where it is done, the reason beside the fields where it is not. */
export const useSaving = (): Saving => {
  const intl = useIntl();
  const [failure, setFailure] = useState<unknown>(null);
  const [isRunning, setIsRunning] = useState(false);
  return {
    failure,
    forget: () => setFailure(null),
    run: (work, done) => {
      if (isRunning) return;
      setIsRunning(true);
      setFailure(null);
      work()
        .then(() => tell('done', intl.formatMessage({ id: done })), setFailure)
        .finally(() => setIsRunning(false));
    },
  };
};
