import { useIntl } from 'react-intl';
import { SteeringBar } from '../steering/steering-bar.tsx';

export const WallScreen = () => {
  const intl = useIntl();
  return (
    <main className="wall" aria-labelledby="wall-title" data-testid="wall-screen">
      <header className="queue-header">
        <h1 id="wall-title">{intl.formatMessage({ id: 'wall.rail' })}</h1>
        <span className="grow" />
        <SteeringBar />
      </header>
    </main>
  );
};
