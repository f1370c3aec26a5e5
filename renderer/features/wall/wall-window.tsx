import { useIdle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconMaximize } from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import { useIntl } from 'react-intl';
import type { WallTarget } from '../../../shared/ipc/wall-calls.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { clockTrustQuery } from '../../ipc/queries.ts';
import { setWindowState } from '../../ready.ts';
import { useNow } from '../../state/now-store.ts';
import { HeaderButton } from '../../ui/header-button.tsx';
import { fillScreen, useWallKeys } from './use-wall-keys.ts';
import { WallContext } from './wall-context.ts';
import { keepWall, WallNav } from './wall-nav.tsx';
import { pauseWall } from './wall-store.ts';
import { WallView } from './wall-view.tsx';

/** A pointer that is still for so long is in the way. */
const IDLE_MS = 4_000;

/** Brings the console to the front with what was chosen; where there is no answer, the wall says by itself that it is old. */
const showInConsole = (target: WallTarget): void => void call('wall:show', target).catch(() => undefined);

const Clock = () => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  const { data: trust } = useQuery(clockTrustQuery);
  const read = useCallback(
    (nowMs: number) => `${instants.time(nowMs)}${isForeignZone ? ` ${instants.zoneName(nowMs)}` : ''}`,
    [instants, isForeignZone],
  );
  const time = useNow(read);
  const day = useNow(useCallback((nowMs: number) => instants.day(nowMs), [instants]));
  return (
    <p className="wall-clock">
      {trust === undefined || trust.kind === 'trusted' ? null : (
        <strong className="wall-doubt">{intl.formatMessage({ id: 'clock.doubt' })}</strong>
      )}
      <span>{day}</span>
      <time>{time}</time>
    </p>
  );
};

/** The wall in a window of its own: nothing else is there, and its pages turn by themselves. */
export const WallWindow = () => {
  const intl = useIntl();
  const { workspace, preferences } = useApp().state;
  const isIdle = useIdle(IDLE_MS, { events: ['mousemove', 'mousedown', 'touchstart'], initialState: false });
  useWallKeys();
  useEffect(() => {
    // Who wants nothing to move turns the pages.
    pauseWall(window.matchMedia('(prefers-reduced-motion: reduce)').matches);
    setWindowState('ready');
  }, []);
  return (
    <main
      className="wall wall-alone"
      data-idle={isIdle || undefined}
      aria-labelledby="wall-title"
      data-testid="wall-window"
    >
      <header className="wall-head">
        <h1 id="wall-title">{intl.formatMessage({ id: 'wall.title' })}</h1>
        {workspace === 'sample' ? (
          <span className="wall-sample">{intl.formatMessage({ id: 'workspace.sample' })}</span>
        ) : null}
        <WallNav />
        <label className="wall-awake">
          <input
            type="checkbox"
            checked={preferences.wall.keepsAwake}
            onChange={({ currentTarget }) => keepWall({ ...preferences.wall, keepsAwake: currentTarget.checked })}
            data-testid="wall-awake"
          />
          {intl.formatMessage({ id: 'wall.keepsAwake' })}
        </label>
        <HeaderButton icon={IconMaximize} name="wall.fullScreen" testId="wall-full" onPress={() => fillScreen(null)} />
        <Clock />
      </header>
      <WallContext value={showInConsole}>
        <WallView isAlone />
      </WallContext>
    </main>
  );
};
