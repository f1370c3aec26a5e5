import { z } from 'zod';
import { formatInstant, parseInstant, SECOND_MS } from '../time/instant.ts';
import type { ClockEvent } from './clock-event.ts';
import { readClock, type Clock } from './clock.ts';
import { CATEGORIES, PRIORITIES, type Rules } from './policy.ts';
import { standingClocks } from './standing.ts';

const instant = z.string().transform((text, context) => {
  const ms = parseInstant(text);
  if (ms !== null) return ms;
  context.addIssue({
    code: 'custom',
    message: `'${text}' is not an ISO 8601 instant with Z or an offset, 1970 to 2099`,
  });
  return z.NEVER;
});

const event = z
  .discriminatedUnion('type', [
    z.object({ at: instant, type: z.literal('opened'), priority: z.enum(PRIORITIES), tier: z.string() }),
    z.object({ at: instant, type: z.enum(['responded', 'paused', 'resumed', 'resolved', 'reopened']) }),
    z.object({ at: instant, type: z.literal('priorityChanged'), priority: z.enum(PRIORITIES) }),
    z.object({ at: instant, type: z.literal('tierChanged'), tier: z.string() }),
  ])
  .transform(({ at, ...rest }): ClockEvent => ({ atMs: at, ...rest }));

const slaCase = z.object({
  id: z.union([z.string(), z.number()]),
  asOf: instant,
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

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? 'not a case' : `${issue.path.join('.') || 'case'}: ${issue.message}`;
};

/** Answers one line of a cases file; throws an Error whose message says what is wrong with the line. */
export const answerSlaCase = (line: string, rules: Rules): SlaAnswer => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new Error('not a JSON object');
  }
  const parsed = slaCase.safeParse(json);
  if (!parsed.success) throw new Error(firstIssue(parsed.error));
  const { id, asOf, category, beta, events } = parsed.data;
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
