import { IconHistory } from '@tabler/icons-react';
import { useReplayStore } from '../../state/replay-store.ts';
import { HeaderButton } from '../../ui/header-button.tsx';
import { openReplayField } from './look-at.ts';

/** Opens the field that takes the whole window to a past instant. */
export const ReplayButton = () => (
  <HeaderButton
    icon={IconHistory}
    name="command.replay"
    testId="replay-button"
    onPress={openReplayField}
    isPressed={useReplayStore((replay) => replay.isOpen)}
  />
);
