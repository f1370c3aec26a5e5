import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../../i18n/error-text.ts';
import { setWindowState } from '../../ready.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { isWallWindow } from '../../which-window.ts';
import { isFault } from '../fault/fault-ways.ts';

const FaultScreen = lazy(async () => ({ default: (await import('../fault/fault-screen.tsx')).FaultScreen }));

type Props = { readonly error: unknown; readonly retry: () => void };

/** Stands for the console until its core answers, and tells where it does not. */
export const StartScreen = ({ error, retry }: Props) => {
  const intl = useIntl();
  const hasFailed = error !== null;
  useEffect(() => setWindowState(hasFailed ? 'failed' : 'loading'), [hasFailed]);
  if (!hasFailed) return <div className="start" aria-busy="true" />;
  // On a big screen nobody chooses: the console has the ways on.
  if (isFault(error) && !isWallWindow) {
    return (
      <Suspense fallback={<div className="start" aria-busy="true" />}>
        <div className="start">
          <FaultScreen fault={error} retry={retry} onLeave={null} />
        </div>
      </Suspense>
    );
  }
  return (
    <div className="start">
      <StateScreen
        isFailure
        icon={<IconPlugConnectedX size={30} stroke={1.5} />}
        title={intl.formatMessage({ id: 'start.failed' })}
        text={errorText(intl, error)}
      >
        <Button onClick={retry}>{intl.formatMessage({ id: 'retry' })}</Button>
      </StateScreen>
    </div>
  );
};
