import { z } from 'zod';
import { formatInstant, SECOND_MS } from '../time/instant.ts';
import { caseInstant, readCase } from './case-line.ts';
import type { ClockEvent } from './clock-event.ts';
import { readClock, type Clock } from './clock.ts';
import { CATEGORIES, PRIORITIES, type Rules } from './policy.ts';
import { standingClocks } from './standing.ts';

const event = z
  .discriminatedUnion('type', [
    z.object({ at: caseInstant, type: z.literal('opened'), priority: z.enum(PRIORITIES), tier: z.string() }),
    z.object({ at: caseInstant, type: z.enum(['responded', 'paused', 'resumed', 'resolved', 'reopened']) }),
    z.object({ at: caseInstant, type: z.literal('priorityChanged'), priority: z.enum(PRIORITIES) }),
    z.object({ at: caseInstant, type: z.literal('tierChanged'), tier: z.string() }),
  ])
  .transform(({ at, ...rest }): ClockEvent => ({ atMs: at, ...rest }));

const slaCase = z.object({
  id: z.union([z.string(), z.number()]),
  asOf: caseInstant,
  category: z.enum(CATEGORIES).default('incident'),
  beta: z.boolean().default(false),
  events: z.array(event).min(1),
});

/** A clock as files and the command line write it: whole seconds, ISO instants (sla/SPEC: On the command line). */
export type WireClock = {
  readonly state: Clock['state'];
  readonly paused: boolean;
  readonly targetSeconds: number | null;
  readonly elapsedSeconds: number;
  readonly remainingSeconds: number | null;
  readonly dueAt: string | null;
  readonly everBreached: boolean;
};

export const toWireClock = (clock: Clock): WireClock => {
  const elapsedSeconds = Math.floor(clock.elapsedMs / SECOND_MS);
  const targetSeconds = clock.targetMs === null ? null : clock.targetMs / SECOND_MS;
  return {
    state: clock.state,
    paused: clock.isPaused,
    targetSeconds,
    elapsedSeconds,
    remainingSeconds: targetSeconds === null ? null : targetSeconds - elapsedSeconds,
    dueAt: clock.dueAtMs === null ? null : formatInstant(clock.dueAtMs),
    everBreached: clock.everBreached,
  };
};

export type SlaAnswer = {
  readonly id: string | number;
  readonly resolution: WireClock;
  readonly firstResponse: WireClock;
};

/** Answers one line of a cases file; throws an Error whose message says what is wrong with the line. */
export const answerSlaCase = (line: string, rules: Rules): SlaAnswer => {
  const { id, asOf, category, beta, events } = readCase(slaCase, line);
  for (const { tier } of events.filter((one) => one.type === 'opened' || one.type === 'tierChanged')) {
    if (rules.tierRank(tier) < 0) throw new Error(`tier '${tier}' is none of ${rules.policy.tiers.join(', ')}`);
  }
  const clocks = standingClocks({ category, isBeta: beta }, events, rules, asOf);
  if (clocks === null) throw new Error("the events do not begin with an 'opened' at or before asOf");
  return {
    id,
    resolution: toWireClock(readClock(clocks.resolution, rules, asOf)),
    firstResponse: toWireClock(readClock(clocks.firstResponse, rules, asOf)),
  };
};
