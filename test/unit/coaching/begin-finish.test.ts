import { describe, expect, it } from 'vitest';
import { beginFinish, finishObstacle, isStillOn } from '../../../renderer/features/coaching/begin-finish.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { sessionPageOf } from '../../support/session-page.ts';

const zone = compileZone('Europe/Paris');
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const begin = (nowMs: number, kept: unknown = null) =>
  beginFinish(sessionPageOf({}, { ticket: { id: 4, reference: 'CAV-4' }, note: 'sizing' }), {
    ...{ tier: 'gold', kept, nowMs, zone },
  });

describe('the work of a session that was held', () => {
  it('begins with its time, kind, ticket and note', () => {
    expect(begin(at(12)).start).toMatchObject({
      ...{ when: '2026-11-24 10:00-11:15', assignment: 'architecture', note: 'sizing', expert: 'Eva' },
      ...{ customer: { id: 7, name: 'Nordlys', tier: 'gold' }, ticket: { id: 4, reference: 'CAV-4' } },
    });
  });

  it('ends now where the session goes on', () => {
    expect(begin(at(9, 40) + 12_345).start.when).toBe('2026-11-24 10:00-10:40');
    expect(isStillOn(sessionPageOf(), at(9, 40))).toBe(true);
    expect(isStillOn(sessionPageOf(), at(10, 15))).toBe(false);
    expect(begin(at(9)).start.when).toBe('');
  });

  it('takes back what was typed, never another customer', () => {
    const { restored } = begin(at(12), { when: '45', customer: { id: 9, name: 'Other', tier: 'gold' }, expert: 'Noa' });
    expect(restored).toMatchObject({ when: '45', customer: { id: 7 }, expert: 'Eva' });
    expect(begin(at(12), { note: 'sizing' }).restored).toBeNull();
  });

  it('is not posted before the session begins, nor of one that was called off', () => {
    expect(finishObstacle(sessionPageOf(), at(8))).toBe('notBegun');
    expect(finishObstacle(sessionPageOf(), at(9))).toBeNull();
    expect(finishObstacle(sessionPageOf({ state: 'cancelled' }), at(12))).toBe('state');
    expect(finishObstacle(sessionPageOf({ state: 'done' }, { workId: 'w' }), at(12))).toBeNull();
  });
});
