import { IconHistory } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useReplayStore } from '../../state/replay-store.ts';
import { openReplayField } from './look-at.ts';

/** Opens the field that takes the whole window to a past instant. */
export const ReplayButton = () => {
  const intl = useIntl();
  const isOpen = useReplayStore((replay) => replay.isOpen);
  const name = intl.formatMessage({ id: 'command.replay' });
  return (
    <button
      type="button"
      className="icon-button replay-button"
      aria-pressed={isOpen}
      onClick={openReplayField}
      title={name}
      data-testid="replay-button"
    >
      <IconHistory size={16} stroke={1.8} aria-hidden="true" />
      <span className="sr-only">{name}</span>
    </button>
  );
};
