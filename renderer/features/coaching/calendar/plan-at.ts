import type { Role } from '../../../../shared/access/actor.ts';
import { openCoachingDialog, openPlan } from '../../../state/coaching-store.ts';
import type { Place } from './moving.ts';

/** Opens the form of a new session at a place; whoever may not plan asks for one instead. */
export const planAt = (role: Role, place: Partial<Place>): void => {
  if (role === 'agent') openCoachingDialog({ kind: 'ask', customerId: null, ticketId: null });
  else openPlan(place);
};
