import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../../i18n/error-text.ts';
import { setWindowState } from '../../ready.ts';
import { StateScreen } from '../../ui/state-screen.tsx';

type Props = { readonly error: unknown; readonly retry: () => void };

/** Stands for the console until its core answers, and tells where it does not. */
export const StartScreen = ({ error, retry }: Props) => {
  const intl = useIntl();
  const hasFailed = error !== null;
  useEffect(() => setWindowState(hasFailed ? 'failed' : 'loading'), [hasFailed]);
  if (!hasFailed) return <div className="start" aria-busy="true" />;
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
