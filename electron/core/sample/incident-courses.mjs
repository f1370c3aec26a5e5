// Reads the incident log and gives each incident's course: what happened, in order, with the gaps between (MAPPING.md beside the log).
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const WAITS = { 'Awaiting Vendor': 'vendor', 'Awaiting Problem': 'problem', 'Awaiting Evidence': 'evidence' };
const FINISHED = ['Resolved', 'Closed'];

const instant = (text) => {
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text);
  return Date.UTC(year, month - 1, day, hour, minute);
};

const known = (text) => (text === '?' ? null : text);
const priorityOf = (row) => `P${row.priority[0]}`;

const conditionEvents = (state, before) => {
  if (FINISHED.includes(state)) {
    if (state === 'Closed' && before !== 'Closed') return [{ kind: FINISHED.includes(before) ? 'closed' : 'resolved' }];
    return FINISHED.includes(before) ? [] : [{ kind: 'resolved' }];
  }
  const reopened = FINISHED.includes(before) ? [{ kind: 'reopened' }] : [];
  if (state === 'Awaiting User Info') return before === state ? [] : [...reopened, { kind: 'paused' }];
  const resumed = before === 'Awaiting User Info' ? [{ kind: 'resumed' }] : [];
  if (WAITS[state] !== undefined && state !== before) {
    return [...reopened, ...resumed, { kind: 'awaited', waitedFor: WAITS[state] }];
  }
  if (state === 'Active' && WAITS[before] !== undefined) return [{ kind: 'activated' }];
  return [...reopened, ...resumed];
};

const courseOf = (rows) => {
  const events = [];
  const groups = [];
  const openedAt = instant(rows[0].opened_at);
  let before = 'New';
  let priority = priorityOf(rows[0]);
  let assignment = '';
  let hasResponded = false;
  for (const row of rows) {
    const atMs = Math.max(openedAt, instant(row.sys_updated_at));
    const add = (event) => events.push({ afterMs: atMs - openedAt, ...event });
    if (priorityOf(row) !== priority) {
      priority = priorityOf(row);
      add({ kind: 'priorityChanged', priority });
    }
    const group = known(row.assignment_group);
    if (group !== null && !groups.includes(group)) groups.push(group);
    const [rank, person] = [Math.max(0, groups.indexOf(group)), known(row.assigned_to)];
    if (`${rank} ${person}` !== assignment && !FINISHED.includes(row.incident_state)) {
      assignment = `${rank} ${person}`;
      if (rank > 0 || person !== null) add({ kind: 'assigned', rank: Math.min(2, rank), person });
    }
    if (!hasResponded && row.incident_state !== 'New') {
      hasResponded = true;
      add({ kind: 'responded' });
    }
    conditionEvents(row.incident_state, before).forEach(add);
    before = row.incident_state;
  }
  return {
    number: rows[0].number,
    opening: priorityOf(rows[0]),
    final: priority,
    channel: rows[0].contact_type,
    events,
  };
};

/** The courses of all incidents that are neither trivial nor endless. */
export const readCourses = (file) => {
  const incidents = new Map();
  for (const row of parse(readFileSync(file), { columns: true })) {
    if (!incidents.has(row.number)) incidents.set(row.number, []);
    incidents.get(row.number).push(row);
  }
  return [...incidents.values()]
    .map((rows) =>
      rows.sort((a, b) => instant(a.sys_updated_at) - instant(b.sys_updated_at) || a.sys_mod_count - b.sys_mod_count),
    )
    .map(courseOf)
    .filter(({ events }) => events.length >= 3 && events.length <= 16);
};
