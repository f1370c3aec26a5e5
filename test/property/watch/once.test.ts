import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Alarmed } from '../../../shared/ipc/watch-schemas.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { DEFAULT_WATCH_RULES } from '../../../shared/watch/watch-rules.ts';
import { deskOf } from '../../support/desk-calls.ts';
import { createFakeTime } from '../../support/fake-time.ts';
import { tempPaths } from '../../support/temp-folder.ts';
import { createWorld, type World } from '../../support/world.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const freshPath = tempPaths();
const MINUTE = 60_000;
const minutes = fc.integer({ min: 1, max: 300 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), ms: fc.constant(0) }),
  fc.record({ kind: fc.constantFrom('pass' as const, 'sleep' as const, 'back' as const, 'off' as const), ms: minutes }),
);

/** Whatever time does: every alarm once, and in the end all that the rows say. */
it('tells everything that falls due, and nothing twice, through sleep, restarts and a clock that is set', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      const time = createFakeTime('2026-11-23T09:00:00Z');
      const path = freshPath();
      const told: string[] = [];
      const hear = ({ heard }: World): void => {
        for (const { name, payload } of heard.splice(0)) {
          if (name !== 'watch:alarmed') continue;
          told.push(...(payload as Alarmed).alarms.map((one) => `${one.ticketId} ${one.kind} ${one.dueAtMs}`));
        }
      };
      const begin = async (): Promise<World> => {
        const world = createWorld({ path, time });
        await world.call('watch:follow', { rules: DEFAULT_WATCH_RULES });
        return world;
      };
      let world = await begin();
      const ids: number[] = [];
      for (const { kind, ms } of steps) {
        if (kind === 'open') {
          ids.push((await deskOf(world).open({ priority: 'P1', impact: null, urgency: null, title: 'down' })).id);
        } else if (kind === 'pass') time.pass(ms * 1_000);
        else if (kind === 'sleep') time.setWall(formatInstant(time.nowMs() + ms * MINUTE));
        else if (kind === 'back') time.setWall(formatInstant(time.nowMs() - (ms / 10) * MINUTE));
        else {
          hear(world);
          world.close();
          time.setWall(formatInstant(time.nowMs() + ms * MINUTE));
          world = await begin();
        }
      }
      // Beyond every due time, and two seconds to notice.
      time.setWall(formatInstant(time.nowMs() + 24 * 60 * MINUTE));
      time.pass(2_000);
      hear(world);
      expect(new Set(told).size).toBe(told.length);
      for (const id of ids) expect(told.filter((one) => one.startsWith(`${id} breached`))).toHaveLength(1);
      world.close();
    }),
    runs(25),
  );
}, 60_000);
