import { entitlementOf } from '../tier/entitlement.ts';
import type { CommandOf } from './command.ts';
import type { Situation } from './decide.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { LEVELS } from './ticket.ts';

/** Asks a higher level to take the ticket over. It stays where it is, and its owner stays, until that level accepts. */
export const decideEscalation = (
  { ticket, nowMs }: Situation,
  { to, why, tried, evidence, nextStep }: CommandOf<'escalate'>,
): Decision => {
  const { reference, level, escalatedTo } = ticket;
  if (escalatedTo !== null) {
    return refuse('ticket/already-escalated', `${reference} waits for ${escalatedTo} to accept or return it.`, {
      reference,
      level: escalatedTo,
    });
  }
  if (LEVELS.indexOf(to) <= LEVELS.indexOf(level)) {
    return refuse('ticket/not-higher', `${reference} is at ${level}: escalate it to a higher level.`, {
      reference,
      level,
    });
  }
  return accept({ atMs: nowMs, kind: 'escalated', from: level, to, why, tried, evidence, nextStep });
};

/** The asked level, or a lead, takes the ticket or sends it back. */
export const decideTransfer = (
  { ticket, nowMs, actor }: Situation,
  command: CommandOf<'acceptEscalation'> | CommandOf<'returnEscalation'>,
): Decision => {
  const { reference, escalatedTo } = ticket;
  if (escalatedTo === null) return refuse('ticket/not-escalated', `${reference} is not escalated.`, { reference });
  if (actor.role !== 'lead' && actor.level !== escalatedTo) {
    return refuse('ticket/not-your-level', `${reference} waits for ${escalatedTo}: an agent of that level answers.`, {
      reference,
      level: escalatedTo,
    });
  }
  return command.kind === 'acceptEscalation'
    ? accept({ atMs: nowMs, kind: 'escalationAccepted', level: escalatedTo, assignee: actor.name })
    : accept({ atMs: nowMs, kind: 'escalationReturned', reason: command.reason });
};

/**
 * Opens the door to the Cloud Expertise cell, where the tier entitles to it (DOMAIN: Who works with it). A lead may open it all the same.
 * BRONZE has it for three months from its activation, an instant that only the ledger will know: until then a lead decides.
 */
export const decideEngagement = ({ ticket, nowMs, actor }: Situation, why: string): Decision => {
  const { reference, tier, expertiseAtMs } = ticket;
  if (expertiseAtMs !== null) {
    return refuse('expertise/already-engaged', `Cloud Expertise is engaged on ${reference} already.`, { reference });
  }
  const { expertAccess } = entitlementOf(tier);
  if (expertAccess === 'always' || actor.role === 'lead') return accept({ atMs: nowMs, kind: 'expertiseEngaged', why });
  return expertAccess === 'none'
    ? refuse('expertise/not-entitled', `${tier} does not include the experts: a pack of hours, SILVER or GOLD would.`, {
        tier,
      })
    : refuse('expertise/first-months', `${tier} includes the experts in its first three months only: ask a lead.`, {
        tier,
      });
};
