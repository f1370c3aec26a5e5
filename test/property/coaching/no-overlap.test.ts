import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { coachingOf } from '../../support/coaching-calls.ts';
import { ledgerOf } from '../../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../../support/world.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const NOW = instant('2026-11-23T09:00:00Z');
const expert = fc.constantFrom('Eva', 'Noa');
/** Few places on few days, so that sessions meet. */
const slot = fc.record({ place: fc.integer({ min: 0, max: 14 }), halves: fc.integer({ min: 1, max: 5 }), expert });
const scope = fc.constantFrom('this' as const, 'following' as const, 'all' as const);
const which = fc.nat({ max: 30 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('plan' as const), slot }),
  fc.record({ kind: fc.constant('series' as const), slot, count: fc.integer({ min: 2, max: 4 }) }),
  fc.record({ kind: fc.constant('move' as const), slot, which, scope }),
  fc.record({ kind: fc.constantFrom('confirm' as const, 'callOff' as const, 'noShow' as const), which }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }) }),
);

const overlapping = (world: World): unknown[] =>
  world.core.database.connection
    .prepare(
      `SELECT a.session_id FROM session AS a JOIN session AS b ON a.expert = b.expert AND a.session_id < b.session_id
       WHERE a.state IN ('planned', 'confirmed') AND b.state IN ('planned', 'confirmed')
         AND a.start_at_ms < b.end_at_ms AND b.start_at_ms < a.end_at_ms`,
    )
    .all();

/** The rows against the fold of the log, as another way to the same. */
const folded = async (world: World, customerId: number): Promise<unknown[]> => {
  const { sessions } = await world.call('coaching:get-path', { customerId });
  return sessions.map(({ id, state, expert: who, startMs, endMs, seriesId, version }) => ({
    ...{ id, state, expert: who, startMs, endMs, seriesId, version },
  }));
};
const kept = (world: World): unknown[] =>
  world.core.database.connection
    .prepare(
      `SELECT session_id AS id, state, expert, start_at_ms AS startMs, end_at_ms AS endMs, series_id AS seriesId, version
       FROM session`,
    )
    .all();
const byId = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

it('never are two planned or confirmed sessions of one expert at once, whatever the order of commands', async () => {
  let refused = 0;
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
      const world = createWorld({ now: '2026-11-23T09:00:00Z' });
      try {
        world.become({ name: 'Eva', role: 'lead' });
        const customerId = await ledgerOf(world).customer('Nordlys', 'gold');
        await world.call('expert:save', { name: 'Eva', week: { 1: [[540, 1080]] }, isActive: true });
        await world.call('expert:save', { name: 'Noa', week: { 1: [[540, 1080]] }, isActive: true });
        const of = coachingOf(world);
        let nowMs = NOW;
        const spanOf = ({ place, halves }: { readonly place: number; readonly halves: number }) => {
          // Half hours of five mornings, some of them past once time has gone on.
          const startMs =
            NOW + Math.floor(place / 3) * 24 * 60 * MINUTE_MS + (place % 3) * 30 * MINUTE_MS + 60 * MINUTE_MS;
          return { startMs, endMs: startMs + halves * 30 * MINUTE_MS };
        };
        for (const one of steps) {
          const rows = (await of.list('2026-11-01T00:00:00Z', '2027-12-01T00:00:00Z')).rows;
          const id = 'which' in one ? rows[one.which % Math.max(1, rows.length)]?.id : undefined;
          const told = { id: id ?? '', expectedVersion: null };
          if (one.kind === 'pass') {
            nowMs += one.hours * 60 * MINUTE_MS;
            world.setNow(new Date(nowMs).toISOString());
            continue;
          }
          if (one.kind !== 'plan' && one.kind !== 'series' && id === undefined) continue;
          const reply =
            one.kind === 'plan' || one.kind === 'series'
              ? await world.reply('coaching:plan', {
                  ...of.session(customerId, '2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z'),
                  ...{ ...spanOf(one.slot), expert: one.slot.expert, skipsBlocked: one.slot.place % 2 === 0 },
                  recurrence: one.kind === 'plan' ? null : { everyWeeks: 1, count: one.count, untilMs: null },
                })
              : one.kind === 'move'
                ? await world.reply('coaching:change', {
                    ...of.change(told.id, { ...spanOf(one.slot), expert: one.slot.expert }),
                    scope: one.scope,
                  })
                : one.kind === 'confirm'
                  ? await world.reply('coaching:confirm', { ...told, note: null })
                  : one.kind === 'noShow'
                    ? await world.reply('coaching:no-show', { ...told, note: null })
                    : await world.reply('coaching:call-off', { ...told, scope: 'this', by: 'desk', reason: 'x' });
          if (!reply.ok) expect(reply.error.code).toMatch(/^coaching\//);
          if (reply.ok) done++;
          else refused++;
          expect(overlapping(world)).toEqual([]);
        }
        expect(byId(await folded(world, customerId))).toEqual(byId(kept(world)));
      } finally {
        world.close();
      }
    }),
    runs(25),
  );
  // Commands that all went through, or none, would say nothing.
  expect(Math.min(done, refused)).toBeGreaterThan(10);
});
