import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { WallPreferences } from '../../../shared/ipc/wall-calls.ts';
import { DWELLS_S } from '../../../shared/wall/dwells.ts';
import { placeOf } from '../../../shared/wall/pages.ts';
import { useApp } from '../../app-context.ts';
import { keepPreferences } from '../../ipc/keep-preferences.ts';
import { HeaderButton } from '../../ui/header-button.tsx';
import { togglePause, turnPage, useWallStore } from './wall-store.ts';

export const keepWall = (wall: WallPreferences): void => keepPreferences({ wall });

/** Which page of how many, whether they turn, and how long each stays. */
export const WallNav = () => {
  const intl = useIntl();
  const { wall } = useApp().state.preferences;
  const { pages, page, isPaused } = useWallStore();
  const place = placeOf(pages, page) + 1;
  const dwell = (seconds: number): string => intl.formatMessage({ id: 'wall.seconds' }, { seconds });
  return (
    <div className="wall-nav" role="group" aria-label={intl.formatMessage({ id: 'wall.pages' })}>
      <HeaderButton
        icon={IconChevronLeft}
        name="command.wallPrevious"
        testId="wall-previous"
        onPress={() => turnPage(-1)}
      />
      <span className="wall-place" data-testid="wall-page">
        <span className="sr-only">{intl.formatMessage({ id: 'wall.page' }, { place, count: pages.length })}</span>
        <span aria-hidden="true">
          {place} / {pages.length}
        </span>
      </span>
      <HeaderButton icon={IconChevronRight} name="command.wallNext" testId="wall-next" onPress={() => turnPage(1)} />
      <HeaderButton
        icon={isPaused ? IconPlayerPlay : IconPlayerPause}
        name={isPaused ? 'wall.turn' : 'wall.pause'}
        testId="wall-pause"
        onPress={togglePause}
      />
      <select
        className="wall-dwell"
        aria-label={intl.formatMessage({ id: 'wall.dwell' })}
        title={intl.formatMessage({ id: 'wall.dwell' })}
        value={wall.dwellS}
        onChange={({ currentTarget }) => {
          const dwellS = DWELLS_S.find((one) => String(one) === currentTarget.value);
          if (dwellS !== undefined) keepWall({ ...wall, dwellS });
        }}
        data-testid="wall-dwell"
      >
        {DWELLS_S.map((seconds) => (
          <option value={seconds} key={seconds}>
            {dwell(seconds)}
          </option>
        ))}
      </select>
    </div>
  );
};
