import { ESCALATION_STEPS, rankOfStep } from '../steering/escalation.ts';
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

type Shut = { readonly code: string; readonly reason: string };

/** Why a customer may not have an expert; null where it may. Where nobody asked the ledger, the tier alone says. */
const shutTo = ({ ticket, entitlement }: Situation): Shut | null => {
  const { tier } = ticket;
  const { expertAccess } = entitlementOf(tier);
  if (entitlement === null ? expertAccess === 'always' : entitlement.isEntitled) return null;
  const unknown = expertAccess === 'firstThreeMonths' ? 'notDated' : 'none';
  switch (entitlement?.reason ?? unknown) {
    case 'firstMonthsOver':
      return {
        code: 'expertise/first-months-over',
        reason: `${tier} includes the experts in its first three months only, and these are over: a pack of hours, SILVER or GOLD would.`,
      };
    case 'notDated':
      return {
        code: 'expertise/not-dated',
        reason: `${tier} includes the experts in its first three months only, and nobody said since when the customer has it: a lead can.`,
      };
    default:
      return {
        code: 'expertise/not-entitled',
        reason: `${tier} does not include the experts: a pack of hours, SILVER or GOLD would.`,
      };
  }
};

/**
 * Opens the door to the Cloud Expertise cell, where the tier or a pack entitles to it (DOMAIN: Who works with it). A lead may open it all the
 * same.
 */
export const decideEngagement = (situation: Situation, why: string): Decision => {
  const { ticket, nowMs, actor } = situation;
  const { reference, tier, expertiseAtMs } = ticket;
  if (expertiseAtMs !== null) {
    return refuse('expertise/already-engaged', `Cloud Expertise is engaged on ${reference} already.`, { reference });
  }
  const shut = actor.role === 'lead' ? null : shutTo(situation);
  return shut === null
    ? accept({ atMs: nowMs, kind: 'expertiseEngaged', why })
    : refuse(shut.code, shut.reason, { tier });
};

/** A lead tells that they know of a ticket, as far as it is by now or as they were shown it (DOMAIN: Escalation). */
export const decideAcknowledgement = (
  { ticket, nowMs, actor, escalationStep }: Situation,
  { step: shown }: CommandOf<'acknowledge'>,
): Decision => {
  const { reference, acknowledged } = ticket;
  if (actor.role !== 'lead') {
    return refuse('ticket/not-lead', `${reference}: a lead acknowledges that they know of it.`, { reference });
  }
  // Where nobody has asked the clock, it may have come to any step.
  const reached = escalationStep === undefined ? (ESCALATION_STEPS.at(-1) ?? null) : escalationStep;
  const step = shown !== undefined && rankOfStep(shown) < rankOfStep(reached) ? shown : reached;
  if (step === null || (escalationStep !== undefined && rankOfStep(step) <= rankOfStep(acknowledged))) {
    return refuse('ticket/nothing-to-acknowledge', `${reference} has nothing new for a lead to acknowledge.`, {
      reference,
    });
  }
  return accept({ atMs: nowMs, kind: 'acknowledged', step });
};
