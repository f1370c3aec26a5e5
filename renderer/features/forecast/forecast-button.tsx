import { IconTrendingUp } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { runCommand } from '../../commands/registry.ts';
import { useIsPast } from '../../state/replay-store.ts';

/** Asks which tickets will probably be late; the past has no forecast. */
export const ForecastButton = () => {
  const intl = useIntl();
  const isPast = useIsPast();
  const name = intl.formatMessage({ id: 'command.forecast' });
  return (
    <button
      type="button"
      className="icon-button"
      onClick={() => runCommand('forecast')}
      disabled={isPast}
      title={name}
      data-testid="forecast-button"
    >
      <IconTrendingUp size={16} stroke={1.8} aria-hidden="true" />
      <span className="sr-only">{name}</span>
    </button>
  );
};
