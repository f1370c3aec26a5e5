// One sample ticket: the course of a real incident, cut where the scenario wants it and compressed so that it ends at the anchor.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Wall hours in a week to working hours in it: how much longer a business-hours target takes. */
const BUSINESS_STRETCH = 168 / 45;
const LEVELS = ['L1', 'L2', 'L3'];
const GROUPS = { L1: 'Service desk', L2: 'Cloud operations', L3: 'Cloud engineering' };
const USED = (await import('./sample-mix.mjs')).USED;

const agentOf = (person) => {
  const number = Number(/\d+/.exec(person ?? '')?.[0] ?? 'NaN');
  return Number.isNaN(number) ? null : `agent ${String((number % 12) + 1).padStart(2, '0')}`;
};

const next = (condition, kind) => {
  if (kind === 'paused') return condition === 'finished' ? condition : 'paused';
  if (kind === 'resolved' || kind === 'closed') return 'finished';
  if (kind === 'resumed') return condition === 'paused' ? 'running' : condition;
  return kind === 'reopened' ? 'running' : condition;
};

/** The condition after each event. */
const conditions = (events) => {
  let condition = 'running';
  return events.map(({ kind }) => (condition = next(condition, kind)));
};

/** How many of the events the scenario keeps, at most; 0 where the course has no such moment. */
const cutOf = (events, scenario) => {
  if (scenario === 'new') return 0;
  const after = conditions(events);
  if (scenario === 'finished') return after.at(-1) === 'finished' ? events.length : 0;
  const wanted = scenario === 'paused' || scenario === 'pausedBreached' ? 'paused' : 'running';
  return after.lastIndexOf(wanted) + 1;
};

const fits = (course, priority, scenario) => {
  if (scenario === 'new') return true;
  const cut = cutOf(course.events, scenario);
  const kept = course.events.slice(0, cut);
  if (!kept.some(({ kind }) => kind === 'responded')) return false;
  const changes = kept.filter(({ kind }) => kind === 'priorityChanged');
  return changes.length === 0 || (changes.length === 1 && changes[0].priority === priority);
};

/** A course is used once, as long as there are any left. */
const takeCourse = (courses, priority, scenario) => {
  const wantsChange = scenario === 'running' && (priority === 'P1' || priority === 'P2');
  const suits = (course) => fits(course, priority, scenario);
  const best = wantsChange ? courses.findIndex((course) => suits(course) && course.opening !== course.final) : -1;
  const found = best >= 0 && courses.taken !== priority ? best : courses.findIndex(suits);
  const [course] = courses.splice(found, 1);
  if (best === found) courses.taken = priority;
  return course;
};

const between = (random, low, high) => low + random.next() * (high - low);

const responseShare = (random) => (random.isIn(0.85) ? between(random, 0.05, 0.9) : between(random, 1.1, 1.8));

/** Gaps before each event and after the last, compressed so that the counted ones make `countedMs`. */
const gapsOf = (random, events, countedMs, responseMs) => {
  const after = ['running', ...conditions(events)];
  const raw = events.map(({ afterMs }, i) => afterMs - (events[i - 1]?.afterMs ?? 0));
  const gaps = [...raw, Math.max(...raw) * between(random, 0.1, 0.6)].map(
    (gap) => gap + between(random, 1, 4) * MINUTE,
  );
  const firstResponse = events.findIndex(({ kind }) => kind === 'responded');
  const isEarly = (i) => i <= firstResponse;
  const early = gaps.reduce((sum, gap, i) => (isEarly(i) ? sum + gap : sum), 0);
  const earlyMs = Math.min(responseMs, countedMs * 0.6);
  const late = gaps.reduce((sum, gap, i) => (!isEarly(i) && after[i] === 'running' ? sum + gap : sum), 0);
  const stopped = gaps.reduce((sum, gap, i) => (after[i] === 'paused' ? sum + gap : sum), 0);
  const stoppedMs = Math.min(stopped, countedMs * between(random, 0.15, 0.5));
  return gaps.map((gap, i) => {
    if (isEarly(i)) return (gap / early) * (late === 0 ? countedMs : earlyMs);
    if (after[i] === 'running') return (gap / late) * (countedMs - earlyMs);
    if (after[i] === 'paused') return (gap / stopped) * stoppedMs;
    return Math.min(gap, 5 * DAY);
  });
};

const told = ({ kind, waitedFor, priority, rank, person }) => {
  if (kind === 'awaited') return { kind, waitedFor };
  if (kind === 'priorityChanged') return { kind, priority };
  if (kind !== 'assigned') return { kind };
  const level = LEVELS[rank];
  return { kind, level, group: GROUPS[level], assignee: agentOf(person) };
};

const targetOf = (policy, priority, tier, rows) => {
  const { calendar, targetMin } = rows[priority];
  const minutes = targetMin[tier] ?? targetMin.bronze;
  return minutes * MINUTE * (calendar === 'business' ? BUSINESS_STRETCH : 1);
};

export const makeTicket = ({ random, courses, policy, title, scenario, tier, customer, isBeta }) => {
  const { priority } = title;
  const course = takeCourse(courses, priority, scenario);
  const kept = course.events.slice(0, cutOf(course.events, scenario));
  const isClosed = kept.at(-1)?.kind === 'closed' && random.isIn(0.6);
  const events = isClosed ? kept : kept.filter(({ kind }) => kind !== 'closed');
  const [low, high] = USED[scenario];
  const countedMs = targetOf(policy, priority, tier, policy.resolution) * between(random, low, high);
  const responseMs = targetOf(policy, priority, tier, policy.firstResponse) * responseShare(random);
  const change = events.find(({ kind }) => kind === 'priorityChanged');
  const gaps = events.length === 0 ? [countedMs] : gapsOf(random, events, countedMs, responseMs);
  if (scenario === 'finished') gaps[gaps.length - 1] = between(random, 1 * HOUR, 9 * DAY);
  let inMs = -Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / SECOND) * SECOND;
  const openedInMs = inMs;
  const timed = events.map((event, i) => {
    inMs = Math.min(0, Math.round((inMs + gaps[i]) / SECOND) * SECOND);
    return { inMs, ...told(event) };
  });
  return {
    inMs: openedInMs,
    priority: change === undefined ? priority : course.opening,
    tier,
    title: title.fr ?? title.en,
    category: title.category ?? 'incident',
    isBeta,
    customer,
    requester: null,
    channel: course.channel === 'Email' ? 'email' : random.isIn(0.6) ? 'portal' : 'phone',
    language: title.fr === undefined ? 'en' : 'fr',
    level: 'L1',
    group: GROUPS.L1,
    assignee: null,
    events: timed,
  };
};
