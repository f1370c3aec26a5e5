import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { listen } from '../../ipc/client.ts';
import { closeOverlay, goTo, openOverlay, useDeskStore } from '../../state/desk-store.ts';
import { backToNow } from '../../state/replay-store.ts';
import { showView } from '../../state/ui-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { openAlarmed } from './open-alarmed.ts';
import { alarmsQuery } from './watch-queries.ts';

const MOST_SHOWN = 99;

/** The core watches once the first picture is there, and says so: before, there is nothing to ask. */
const useIsWatched = (): boolean => {
  const [isWatched, setIsWatched] = useState(false);
  useEffect(() => listen('desk:changed', ({ what }) => (what === 'alarm' ? setIsWatched(true) : undefined)), []);
  return isWatched;
};

const useChosen = (): void =>
  useEffect(
    () =>
      listen('watch:chosen', ({ ticketId, view }) => {
        if (ticketId !== null) openAlarmed(ticketId);
        else if (view === null) openOverlay('watch');
        else {
          closeOverlay();
          backToNow();
          goTo('queue');
          showView(view);
          requestAnimationFrame(focusQueue);
        }
      }),
    [],
  );

/** The bell at the foot of the rail: how many alarms nobody has seen; pressed, it shows them. */
export const WatchEntry = () => {
  const intl = useIntl();
  const isOpen = useDeskStore(({ overlay }) => overlay === 'watch');
  const { data } = useQuery({ ...alarmsQuery, enabled: useIsWatched() });
  useChosen();
  const count = data?.unseenCount ?? 0;
  const label = intl.formatMessage({ id: 'watch.open' }, { count });
  return (
    <button
      type="button"
      className="rail-entry watch-entry"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={label}
      data-watch-entry
      data-testid="watch-entry"
      onClick={() => (isOpen ? closeOverlay() : openOverlay('watch'))}
    >
      <IconBell size={19} stroke={1.6} aria-hidden="true" />
      <span>{intl.formatMessage({ id: 'watch.rail' })}</span>
      {count === 0 ? null : (
        <>
          <span className="watch-count" data-testid="watch-count">
            {count > MOST_SHOWN ? `${MOST_SHOWN}+` : intl.formatNumber(count)}
          </span>
          <span className="sr-only">{intl.formatMessage({ id: 'watch.unseen' }, { count })}</span>
        </>
      )}
    </button>
  );
};
