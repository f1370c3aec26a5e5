import type { Role } from '../../../shared/access/actor.ts';
import { isBooked, type SessionState } from '../../../shared/coaching/session.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

/** What can be done with a session, in the order in which it is offered. */
export const SESSION_ACTS = [
  'plan',
  'confirm',
  'finish',
  'edit',
  'report',
  'invitation',
  'export',
  'noShow',
  'callOff',
] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

/** What was held, or missed, stays what it was: the core refuses another kind, time or expert. */
export const isOver = (state: SessionState): boolean => state === 'done' || state === 'noShow';

export const isPlanner = (role: Role): boolean => role !== 'agent';

/** Whether a session's state, the time and the caller's role allow an act. */
export const mayAct = (act: SessionAct, { row }: Pick<SessionPage, 'row'>, role: Role, nowMs: InstantMs): boolean => {
  const { state, startMs } = row;
  const hasBegun = startMs !== null && startMs <= nowMs;
  switch (act) {
    case 'plan':
      return isPlanner(role) && state === 'asked';
    case 'confirm':
      return isPlanner(role) && state === 'planned';
    case 'finish':
    case 'noShow':
      return isPlanner(role) && isBooked(state) && hasBegun;
    case 'edit':
      return isPlanner(role) && state !== 'cancelled';
    case 'report':
      return isPlanner(role) && state !== 'asked' && state !== 'cancelled';
    case 'invitation':
      return isBooked(state);
    case 'export':
      return isBooked(state) || state === 'done';
    case 'callOff':
      return isPlanner(role) && (state === 'asked' || isBooked(state));
  }
};

/** The act that a session waits for; null where it waits for none. */
export const nextAct = (page: Pick<SessionPage, 'row'>, role: Role, nowMs: InstantMs): SessionAct | null =>
  (['plan', 'finish', 'confirm'] as const).find((act) => mayAct(act, page, role, nowMs)) ?? null;
