import type { Level } from '../ticket/ticket.ts';
import type { Actor, Role } from './actor.ts';

type Told = { readonly name: string; readonly role: Role; readonly level: Level };

/**
 * What says who works here: nothing that anybody checks (sample data), the registry of people by the operating-system account, or the
 * workstation's preferences.
 */
export type ActingBy = 'sample' | 'registry' | 'preferences';

export type Acting = {
  readonly actor: Actor;
  readonly by: ActingBy;
  /** A lead whose rights no passphrase has opened: an agent until then. */
  readonly isLeadLocked: boolean;
};

type Known = {
  readonly isSample: boolean;
  readonly told: Told;
  /** Whom the registry knows under this computer's account. */
  readonly person: Told | null;
  readonly isUnlocked: boolean;
};

/** Who acts, and as what: a lead's rights in one's own queue are a passphrase's to open, whatever the preferences say. */
export const actingAs = ({ isSample, told, person, isUnlocked }: Known): Acting => {
  const { name, role, level } = isSample ? told : (person ?? told);
  const isLeadLocked = !isSample && role === 'lead' && !isUnlocked;
  const by = isSample ? 'sample' : person === null ? 'preferences' : 'registry';
  return { actor: { name, role: isLeadLocked ? 'agent' : role, level }, by, isLeadLocked };
};
