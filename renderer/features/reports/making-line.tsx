import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { listen } from '../../ipc/client.ts';

/** A report that is there sooner is not announced. */
const SLOW_MS = 300;

type Told = { readonly done: number; readonly total: number };

/** That a report is being made, how far it is, and the way to stop it. */
export const MakingLine = ({ onStop }: { readonly onStop: () => void }) => {
  const intl = useIntl();
  const [isSlow, setIsSlow] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS);
    const stop = listen('report:progressed', setTold);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  if (!isSlow) return null;
  return (
    <div className="rep-making" role="status" data-testid="report-making">
      <span>
        {told === null
          ? intl.formatMessage({ id: 'reports.making' })
          : intl.formatMessage({ id: 'reports.folding' }, { done: told.done, total: told.total })}
      </span>
      <progress
        {...(told === null ? {} : { value: told.done, max: Math.max(1, told.total) })}
        aria-label={intl.formatMessage({ id: 'reports.making' })}
      />
      <button type="button" className="banner-button" onClick={onStop} data-testid="report-stop">
        {intl.formatMessage({ id: 'reports.stop' })}
      </button>
    </div>
  );
};
