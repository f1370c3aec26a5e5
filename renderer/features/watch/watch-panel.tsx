import '../../styles/watch.css';
import { useClickOutside, useFocusTrap, useMergedRef } from '@mantine/hooks';
import { IconSettings, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { call } from '../../ipc/client.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { AlarmRow } from './alarm-row.tsx';
import { openAlarmed } from './open-alarmed.ts';
import { alarmsQuery } from './watch-queries.ts';
import { WatchSettings } from './watch-settings.tsx';

const closeUnlessBell = (event: MouseEvent | TouchEvent): void => {
  // The bell itself closes what it opened.
  if (event.target instanceof Element && event.target.closest('[data-watch-entry]') !== null) return;
  closeOverlay();
};

/** The latest alarms, and what one wants to be told of. */
export const WatchPanel = () => {
  const intl = useIntl();
  useFocusBack();
  const [isSetting, setIsSetting] = useState(false);
  const { data, isError } = useQuery(alarmsQuery);
  const ref = useMergedRef<HTMLDivElement>(useFocusTrap(true), useClickOutside(closeUnlessBell));
  const word = (name: string, values = {}): string => intl.formatMessage({ id: `watch.${name}` }, values);
  const settingsRef = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // On the document: what had the focus may be gone, as after 'seen'.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      if (!isSetting) {
        closeOverlay();
        return;
      }
      // A field keeps what was typed when it is left.
      settingsRef.current?.focus();
      setIsSetting(false);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isSetting]);
  const seeAll = (): void => void call('watch:mark-seen', { alarmIds: null }).then(() => undefined, reportFailure);
  const alarms = data?.alarms ?? [];
  return (
    <div ref={ref} className="watch-panel" role="dialog" aria-label={word('title')} data-testid="watch-panel">
      <header>
        <h2>{word('title')}</h2>
        {(data?.unseenCount ?? 0) === 0 ? null : (
          <button type="button" className="link" onClick={seeAll} data-testid="watch-see-all">
            {word('seeAll')}
          </button>
        )}
        <button
          ref={settingsRef}
          type="button"
          className="icon-button"
          aria-expanded={isSetting}
          aria-label={word('settings')}
          title={word('settings')}
          onClick={() => setIsSetting(!isSetting)}
          data-testid="watch-settings-button"
        >
          <IconSettings size={16} stroke={1.7} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={intl.formatMessage({ id: 'close' })}
          title={intl.formatMessage({ id: 'close' })}
          onClick={closeOverlay}
        >
          <IconX size={15} stroke={2} aria-hidden="true" />
        </button>
      </header>
      {isSetting ? <WatchSettings /> : null}
      {alarms.length > 0 ? (
        <ul aria-label={word('title')}>
          {alarms.map((alarm) => (
            <AlarmRow key={alarm.id} alarm={alarm} onOpen={openAlarmed} />
          ))}
        </ul>
      ) : (
        <p className="watch-none quiet">{isError ? word('failed') : data === undefined ? '' : word('none')}</p>
      )}
    </div>
  );
};
