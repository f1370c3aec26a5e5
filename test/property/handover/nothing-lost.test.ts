import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { deskOf } from '../../support/desk-calls.ts';
import { createWorld, instant, type World } from '../../support/world.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const NOW = instant('2026-12-01T20:00:00Z');
const PEOPLE = ['ada', 'bo', 'cy'] as const;

const act = fc.record({
  who: fc.constantFrom(...PEOPLE),
  what: fc.constantFrom('open', 'resolve', 'begin', 'note', 'offer', 'accept', 'sign', 'late'),
  which: fc.nat({ max: 30 }),
});
type Act = { who: (typeof PEOPLE)[number]; what: string; which: number };

/** Some of a list, by a number. */
const some = <One>(all: readonly One[], which: number): One[] => all.filter((_, i) => (which >> (i % 5)) % 2 === 1);

/** What both have signed of a handover: nothing of it may ever be otherwise. */
const documentOf = ({ id, begun, untilMs, items, offered, signed }: HandoverPage): string =>
  JSON.stringify({ id, begun, untilMs, offered, signed, items: items.map(({ late: _late, ...item }) => item) });

const perform = async (world: World, { who, what, which }: Act): Promise<string[]> => {
  const desk = deskOf(world);
  world.become({ name: who });
  const lines = await world.call('handover:list', { limit: 200 });
  const underWay = lines.find(({ signed }) => signed === null);
  const page = underWay && (await world.call('handover:get', { id: underWay.id }));
  switch (what) {
    case 'open':
      await desk.open({ priority: 'P1', impact: 'high', urgency: 'high' });
      return [];
    case 'resolve': {
      const [id] = some(await desk.ids(), which);
      if (id !== undefined) await desk.run(id, { kind: 'resolve', text: 'done' });
      return [];
    }
    case 'begin':
      await world.reply('handover:begin', { untilMs: NOW + 9 * HOUR_MS });
      return [];
    case 'late': {
      const taken = some(await world.call('handover:list-left', {}), which);
      const ok: string[] = [];
      for (const { handoverId, item } of taken) {
        const reply = await world.reply('handover:accept', { id: handoverId, itemIds: [item.id] });
        if (reply.ok) ok.push(item.id);
      }
      return ok;
    }
    default: {
      if (page === undefined) return [];
      const { id, version, items } = page;
      if (what === 'note') await world.reply('handover:add-note', { id, text: `note ${which}` });
      if (what === 'offer') await world.reply('handover:offer', { id, expectedVersion: version });
      if (what === 'sign') await world.reply('handover:sign', { id, expectedVersion: version });
      if (what !== 'accept') return [];
      const itemIds = some(items, which).map((item) => item.id);
      if (itemIds.length === 0) return [];
      return (await world.reply('handover:accept', { id, itemIds })).ok ? itemIds : [];
    }
  }
};

it('nothing that was signed over is lost until somebody accepts it, and what both signed never changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 40 }), async (acts) => {
      const world = createWorld({ now: '2026-12-01T20:00:00Z' });
      try {
        const documents = new Map<string, string>();
        const owed = new Set<string>();
        for (const one of [...START, ...acts]) {
          for (const id of await perform(world, one)) owed.delete(id);
          const visible = new Set((await world.call('handover:list-left', {})).map(({ item }) => item.id));
          for (const { id, signed } of await world.call('handover:list', { limit: 200 })) {
            const page = await world.call('handover:get', { id });
            if (signed === null) {
              for (const item of page.items) visible.add(item.id);
              continue;
            }
            const known = documents.get(id);
            if (known === undefined) {
              for (const { accepted, id: itemId } of page.items) if (accepted === null) owed.add(itemId);
              documents.set(id, documentOf(page));
            } else expect(documentOf(page)).toBe(known);
          }
          expect([...owed].filter((id) => !visible.has(id))).toEqual([]);
        }
        expect(documents.size).toBeGreaterThan(0);
      } finally {
        world.close();
      }
    }),
    runs(30),
  );
});

/** Each run begins with a handover of which not everything was accepted. */
const START: readonly Act[] = [
  { who: 'ada', what: 'open', which: 0 },
  { who: 'ada', what: 'begin', which: 0 },
  { who: 'ada', what: 'note', which: 7 },
  { who: 'ada', what: 'offer', which: 0 },
  { who: 'bo', what: 'accept', which: 5 },
  { who: 'bo', what: 'sign', which: 0 },
];
