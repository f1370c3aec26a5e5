import type { Role } from '../../../../shared/access/actor.ts';
import { isBooked } from '../../../../shared/coaching/session.ts';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import type { TimedRow } from './layout.ts';

/** Why a session stays where it is; null where it may be moved. */
export type Held = 'role' | 'state' | 'over';

export const heldBecause = ({ state, startMs }: TimedRow, role: Role, nowMs: InstantMs): Held | null => {
  if (role === 'agent') return 'role';
  if (!isBooked(state)) return 'state';
  return startMs <= nowMs ? 'over' : null;
};
