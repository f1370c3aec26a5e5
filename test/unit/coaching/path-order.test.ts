import { expect, it } from 'vitest';
import { pathOrder, standingOf, type PathSession } from '../../../renderer/features/coaching/path-order.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const session = (id: string, state: PathSession['state'], startsIn: number | null): PathSession => ({
  ...{ id, state, customerId: 1, customer: 'Nordlys', expert: 'Eva', assignment: 'advice', seriesId: null },
  ...{ version: 1, language: 'fr', reports: [], workedMin: 0, chargedMin: 0 },
  startMs: startsIn === null ? null : NOW + startsIn * HOUR_MS,
  endMs: startsIn === null ? null : NOW + (startsIn + 1) * HOUR_MS,
});
const ids = (sessions: readonly PathSession[]) => sessions.map(({ id }) => id);

it('reads what is to come from the next on, what was from the last back, and what waits apart', () => {
  const all = [
    session('held', 'done', -50),
    session('missed', 'noShow', -20),
    session('running', 'confirmed', 0),
    session('next', 'planned', 2),
    session('off', 'cancelled', 3),
    session('later', 'confirmed', 30),
    session('asked', 'asked', null),
    session('off unplanned', 'cancelled', null),
  ];
  const { ahead, waiting, past, next } = pathOrder(all, NOW);
  expect(ids(ahead)).toEqual(['next', 'later']);
  expect(ids(waiting)).toEqual(['asked']);
  expect(ids(past)).toEqual(['off unplanned', 'off', 'running', 'missed', 'held']);
  expect(next?.id).toBe('next');
  expect(pathOrder([], NOW).next).toBeNull();
});

it('what has begun and nobody closed is told as that', () => {
  expect(standingOf(session('a', 'confirmed', 0), NOW)).toBe('toClose');
  expect(standingOf(session('a', 'confirmed', 1), NOW)).toBe('confirmed');
  expect(standingOf(session('a', 'done', -1), NOW)).toBe('done');
});
