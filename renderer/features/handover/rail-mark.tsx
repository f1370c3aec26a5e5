import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { waitingQuery } from './handover-queries.ts';

/** The first picture is there by then, and whoever came to work has begun. */
const AFTER_MS = 2_500;

const useIsIdle = (): boolean => {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setIsIdle(true));
    }, AFTER_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, []);
  return isIdle;
};

/** Says on the rail that a handover waits for whoever works here. */
export const HandoverMark = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { data } = useQuery({ ...waitingQuery, enabled: useIsIdle() });
  if (data === undefined || data === null || data.by === me.name || me.role === 'expert') return null;
  return (
    <>
      <span className="watch-count ho-waits" aria-hidden="true" data-testid="handover-waits">
        !
      </span>
      <span className="sr-only">{intl.formatMessage({ id: 'handover.waits' }, { name: data.by })}</span>
    </>
  );
};
