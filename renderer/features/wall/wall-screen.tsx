import { IconDeviceDesktop } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { SteeringBar } from '../steering/steering-bar.tsx';
import { CommandKey } from '../../commands/command-key.tsx';
import { openWallWindow } from './open-window.ts';
import { runOnTicket } from './run-on-ticket.ts';
import { showTarget } from './show-target.ts';
import { WallContext } from './wall-context.ts';
import { WallNav } from './wall-nav.tsx';
import { WallView } from './wall-view.tsx';

/** The wall at the console: how the desk stands, and what a lead does about it. */
export const WallScreen = () => {
  const intl = useIntl();
  return (
    <main className="wall" aria-labelledby="wall-title" data-testid="wall-screen">
      <header className="queue-header wall-header">
        <h1 id="wall-title">{intl.formatMessage({ id: 'wall.title' })}</h1>
        <div className="wall-acts">
          <SteeringBar />
          <button type="button" className="banner-button" onClick={openWallWindow} data-testid="wall-open-window">
            <IconDeviceDesktop size={15} stroke={1.8} aria-hidden="true" />
            {intl.formatMessage({ id: 'wall.bigScreen' })}
            <CommandKey id="wallWindow" />
          </button>
        </div>
        <WallNav />
      </header>
      <WallContext value={showTarget}>
        <WallView onTicketKey={runOnTicket} />
      </WallContext>
    </main>
  );
};
