import type { ClockEvent } from '../../../shared/sla/clock-event.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY, type Policy, type Priority, type Rules } from '../../../shared/sla/policy.ts';
import { standingClocks, type ClockSubject, type StandingClocks } from '../../../shared/sla/standing.ts';
import { toWireClock, type WireClock } from '../../../shared/sla/sla-case.ts';
import { formatInstant } from '../../../shared/time/instant.ts';

export const rules = compilePolicy(DEFAULT_POLICY);

/** The default rules with one resolution target changed, for every tier. */
export const rulesWith = (priority: Priority, hours: number | null): Rules => {
  const targetMin = hours === null ? null : hours * 60;
  const row = {
    ...DEFAULT_POLICY.resolution[priority],
    targetMin: { standard: targetMin, bronze: targetMin, silver: targetMin, gold: targetMin },
  };
  const policy: Policy = { ...DEFAULT_POLICY, resolution: { ...DEFAULT_POLICY.resolution, [priority]: row } };
  return compilePolicy(policy);
};

/** `'2026-03-28T22:00+01:00 opened P1 silver'` as an event. */
export const event = (line: string): ClockEvent => {
  const [instant = '', type = '', ...rest] = line.split(' ');
  const atMs = Date.parse(instant);
  const [first = '', second = ''] = rest;
  const priority = first as Priority;
  if (type === 'opened') return { atMs, type, priority, tier: second };
  if (type === 'priorityChanged') return { atMs, type, priority };
  if (type === 'tierChanged') return { atMs, type, tier: first };
  return { atMs, type: type as 'paused' };
};

const INCIDENT: ClockSubject = { category: 'incident', isBeta: false };

export const standing = (lines: string[], asOf: string, by = rules, subject = INCIDENT): StandingClocks => {
  const clocks = standingClocks(subject, lines.map(event), by, Date.parse(asOf));
  if (clocks === null) throw new Error('the events do not begin with an opening by then');
  return clocks;
};

export const resolution = (lines: string[], asOf: string, by = rules, subject = INCIDENT): WireClock =>
  toWireClock(readClock(standing(lines, asOf, by, subject).resolution, by, Date.parse(asOf)));

export const firstResponse = (lines: string[], asOf: string, by = rules, subject = INCIDENT): WireClock =>
  toWireClock(readClock(standing(lines, asOf, by, subject).firstResponse, by, Date.parse(asOf)));

/** The instant in UTC as the wire writes it. */
export const utc = (text: string): string => formatInstant(Date.parse(text));

export const HOUR_S = 3_600;
