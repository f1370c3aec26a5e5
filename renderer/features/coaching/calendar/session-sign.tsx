import {
  IconCalendarCheck,
  IconCheck,
  IconCircleDashed,
  IconClockQuestion,
  IconUserOff,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { SessionState } from '../../../../shared/coaching/session.ts';

const SIGNS: Readonly<Record<SessionState, Icon>> = {
  asked: IconClockQuestion,
  planned: IconCircleDashed,
  confirmed: IconCalendarCheck,
  done: IconCheck,
  cancelled: IconX,
  noShow: IconUserOff,
};

/** The sign of a session's state; its word stands beside it or is told with it. */
export const SessionSign = ({ state }: { readonly state: SessionState }) => {
  const Sign = SIGNS[state];
  return <Sign className="cal-sign" size={12} stroke={2} aria-hidden="true" />;
};
