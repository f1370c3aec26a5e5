import { IconTrendingUp } from '@tabler/icons-react';
import { runCommand } from '../../commands/registry.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { HeaderButton } from '../../ui/header-button.tsx';

/** Asks which tickets will probably be late; the past has no forecast. */
export const ForecastButton = () => (
  <HeaderButton
    icon={IconTrendingUp}
    name="command.forecast"
    testId="forecast-button"
    onPress={() => runCommand('forecast')}
    isDisabled={useIsPast()}
  />
);
