import type { SessionState } from '../../../../shared/coaching/session.ts';
import { STATE_SIGNS } from '../state-sign.tsx';

/** The sign of a session's state as the calendar has room for it; its word stands beside it or is told with it. */
export const SessionSign = ({ state }: { readonly state: SessionState }) => {
  const Sign = STATE_SIGNS[state];
  return <Sign className="cal-sign" size={12} stroke={2} aria-hidden="true" />;
};
