import type { Level } from '../../../shared/ticket/ticket.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { PeopleBook } from '../access/people-book.ts';

const LEVELS: readonly Level[] = ['L1', 'L1', 'L1', 'L2', 'L1', 'L1', 'L1', 'L2', 'L3', 'L1', 'L2', 'L2'];
const LEAD = 'lead 01';
const BEFORE_MS = 60 * DAY_MS;
/** Starts at half past seven, ends at half past three. */
const EARLY = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [[450, 930] as const]]));

/** Those who are named on the sample tickets, as people of the desk; a registry that has anybody is left alone. */
export const fillSamplePeople = (people: PeopleBook, nowMs: InstantMs): void => {
  if (people.all().length > 0) return;
  const by = { actor: LEAD, workstation: 'sample', recordedAtMs: nowMs - BEFORE_MS };
  const shared = { account: null, week: null, isActive: true } as const;
  people.add({ ...shared, name: LEAD, role: 'lead', level: 'L3', languages: ['en', 'fr'] }, by);
  LEVELS.forEach((level, i) => {
    const name = `agent ${String(i + 1).padStart(2, '0')}`;
    const languages = i % 3 === 0 ? (['en', 'fr'] as const) : (['fr'] as const);
    people.add({ ...shared, name, role: 'agent', level, languages, week: i % 4 === 1 ? EARLY : null }, by);
  });
  for (const name of ['expert 01', 'expert 02']) {
    people.add({ ...shared, name, role: 'expert', level: 'L3', languages: ['en', 'fr'] }, by);
  }
};
