import type { Level } from '../ticket/ticket.ts';

export const ROLES = ['agent', 'expert', 'lead'] as const;
/** Agents process tickets, experts of the Cloud Expertise cell coach and help, leads approve exceptions (DOMAIN: Who works with it). */
export type Role = (typeof ROLES)[number];

/** Who does something, as the shell knows it; never taken from what a window sends. */
export type Actor = {
  readonly name: string;
  readonly role: Role;
  /** The support level that an agent works at. */
  readonly level: Level;
};
