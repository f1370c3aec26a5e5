// 50,000 clocks, folded from their events and read, against two libraries that compute due times in business hours. Runs in a process of
// its own in the zone of the calendar, because both libraries count in the machine's zone only.
import { createRequire } from 'node:module';
import { loadCore } from './bundle.mjs';
import { median, result } from './measure.mjs';

const require = createRequire(import.meta.url);
const COUNT = 50_000;
const RUNS = 7;
/** The libraries take long: they compute so many, and their time is scaled up. */
const PEER_COUNT = 2_000;
const NOW_MS = Date.parse('2026-03-23T10:00:00Z');
const HOUR_MS = 3_600_000;

const years = Array.from({ length: 10 }, (_, i) => 2020 + i);

const dayjsDue = (holidays) => {
  const dayjs = require('dayjs');
  dayjs.extend(require('dayjs-business-time'));
  const office = [{ start: '09:00:00', end: '18:00:00' }];
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, office]);
  dayjs.setBusinessTime({ sunday: null, saturday: null, ...Object.fromEntries(days) });
  dayjs.setHolidays(holidays);
  return (openedMs, hours) => dayjs(openedMs).addBusinessHours(hours).valueOf();
};

const momentDue = (holidays) => {
  const moment = require('moment-business-time');
  const office = ['09:00:00', '18:00:00'];
  moment.updateLocale('en', {
    workinghours: { 0: null, 1: office, 2: office, 3: office, 4: office, 5: office, 6: null },
    holidays,
  });
  return (openedMs, hours) => moment(openedMs).addWorkingTime(hours, 'hours').valueOf();
};

const timeOf = (action) => {
  const timings = [];
  for (let i = 0; i <= RUNS; i++) {
    const startMs = performance.now();
    action();
    if (i > 0) timings.push(performance.now() - startMs);
  }
  return median(timings);
};

const once = (action) => {
  const startMs = performance.now();
  const value = action();
  return { value, ms: performance.now() - startMs };
};

/** The opening's due times of one library beside ours: how many agree, and what the rest have in common. */
const compare = (cases, due) => {
  cases.slice(0, 50).forEach(({ openedMs, hours }) => due(openedMs, hours));
  const { value, ms } = once(() => cases.map(({ openedMs, hours }) => due(openedMs, hours)));
  const wrong = cases.filter(({ dueMs }, i) => Math.abs(value[i] - dueMs) > 999);
  const fromClosed = wrong.filter(({ isFromOpen }) => !isFromOpen).length;
  const far = wrong.length === 0 ? 0 : Math.max(...cases.map(({ dueMs }, i) => Math.abs(value[i] - dueMs))) / 1000;
  return { ms: (ms * COUNT) / cases.length, agrees: cases.length - wrong.length, fromClosed, wrong: wrong.length, far };
};

const noteOf = ({ agrees, wrong, fromClosed, far }, count) =>
  wrong === 0
    ? `all ${count} due times agree`
    : `${agrees} of ${count} due times agree to the second; of the ${wrong} others ${fromClosed} were opened outside working hours; off by up to ${Math.round(far)} s`;

const measure = async () => {
  const core = await loadCore();
  const { standingClocks, readClock, instantAfter } = core;
  const rules = core.compilePolicy(core.DEFAULT_POLICY);
  const subject = { category: 'incident', isBeta: false };
  const lives = [...core.seedTickets({ count: COUNT, seed: 1, nowMs: NOW_MS })].map(({ events }) =>
    core.toClockEvents(events),
  );
  const both = timeOf(() => {
    for (const life of lives) {
      const clocks = standingClocks(subject, life, rules, NOW_MS);
      readClock(clocks.resolution, rules, NOW_MS);
      readClock(clocks.firstResponse, rules, NOW_MS);
    }
  });
  const standing = lives.map((life) => standingClocks(subject, life, rules, NOW_MS).resolution);
  const read = timeOf(() => standing.forEach((clock) => readClock(clock, rules, NOW_MS)));

  const { business } = rules.calendars;
  const cases = lives.slice(0, PEER_COUNT).map(([{ atMs }], i) => {
    const openedMs = Math.floor(atMs / 1000) * 1000;
    const hours = [27, 45, 90][i % 3];
    const isFromOpen = instantAfter(business, openedMs, 1) === openedMs + 1;
    return { openedMs, hours, isFromOpen, dueMs: instantAfter(business, openedMs, hours * HOUR_MS) };
  });
  const dueOnly = timeOf(() => {
    for (let i = 0; i < COUNT; i++) {
      const { openedMs, hours } = cases[i % cases.length];
      const life = [
        {
          atMs: openedMs,
          type: 'opened',
          priority: hours === 90 ? 'P4' : 'P3',
          tier: hours === 27 ? 'gold' : 'silver',
        },
      ];
      standingClocks(subject, life, rules, openedMs);
    }
  });
  const wrongOurs = cases.filter(({ openedMs, hours, dueMs }) => {
    const life = [
      { atMs: openedMs, type: 'opened', priority: hours === 90 ? 'P4' : 'P3', tier: hours === 27 ? 'gold' : 'silver' },
    ];
    return standingClocks(subject, life, rules, openedMs).resolution.dueAtMs !== dueMs;
  }).length;
  const holidays = years.flatMap((year) => core.frenchHolidays(year));
  const dayjs = compare(cases, dayjsDue(holidays));
  const moment = compare(cases, momentDue(holidays));
  const scaled = `peer measured on ${PEER_COUNT}, scaled`;
  return {
    'clock: 50,000 tickets folded and both clocks read': result({
      ours: both,
      unit: 'ms',
      n: RUNS,
      note: 'limit 50 ms',
    }),
    'clock: 50,000 standing clocks read': result({ ours: read, unit: 'ms', n: RUNS, note: 'what a tick does' }),
    'clock: 50,000 due times, dayjs-business-time': result({
      ours: dueOnly,
      peer: dayjs.ms,
      unit: 'ms',
      n: RUNS,
      note: `${scaled}; ${noteOf(dayjs, cases.length)}; ours wrong: ${wrongOurs}`,
    }),
    'clock: 50,000 due times, moment-business-time': result({
      ours: dueOnly,
      peer: moment.ms,
      unit: 'ms',
      n: RUNS,
      note: `${scaled}; ${noteOf(moment, cases.length)}`,
    }),
  };
};

process.stdout.write(JSON.stringify(await measure()));
