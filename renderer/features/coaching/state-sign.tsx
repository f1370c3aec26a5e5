import {
  IconCalendarCheck,
  IconCheck,
  IconCircleDashed,
  IconClockQuestion,
  IconUserOff,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionState } from '../../../shared/coaching/session.ts';

/** The sign of each state; its word stands beside it or is told with it. */
export const STATE_SIGNS = {
  asked: IconClockQuestion,
  planned: IconCircleDashed,
  confirmed: IconCalendarCheck,
  done: IconCheck,
  cancelled: IconX,
  noShow: IconUserOff,
} as const satisfies Readonly<Record<SessionState, Icon>>;

type Props = {
  readonly state: SessionState;
  /** The sign alone; its word is for the pointer and for readers. */
  readonly isShort?: boolean;
};

/** The state of a session: sign, word and colour. */
export const StateSign = ({ state, isShort = false }: Props) => {
  const intl = useIntl();
  const Sign = STATE_SIGNS[state];
  const word = intl.formatMessage({ id: `session.state.${state}` });
  return (
    <span className="session-state" data-state={state} title={isShort ? word : undefined} data-testid="session-state">
      <Sign size={14} stroke={2} aria-hidden="true" />
      <span className={isShort ? 'sr-only' : undefined}>{word}</span>
    </span>
  );
};
