import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../shared/ipc/import-schemas.ts';
import { deskOf } from '../support/desk-calls.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, type World } from '../support/world.ts';

const folder = tempFolder();

const HEADER = 'Number,Created,Updated,State,Priority,Title,Customer,Assignee,Group';
const snapshotOf = (assignee: string, updated = '2026-11-23 08:00:00'): string =>
  `${HEADER}\nT-1,2026-11-23 07:00:00,${updated},In Progress,P3,Slow,Port de Sete,${assignee},Desk\n`;
/** Each row is an update, so the file tells a history. */
const historyOf = (...rows: readonly string[]): string =>
  [
    'Number,Created,Event time,State,Priority,Title,Customer,Assignee,Group',
    'T-1,2026-11-23 07:00:00,2026-11-23 07:00:00,New,P3,Slow,Port de Sete,,Desk',
    'T-1,2026-11-23 07:00:00,2026-11-23 07:30:00,In Progress,P3,Slow,Port de Sete,zoe,Desk',
    ...rows,
  ].join('\n');

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const take = (text: string): Promise<ImportReport> => {
  const path = join(folder, 'export.csv');
  writeFileSync(path, text);
  return world.call('import:run', {
    ...{ selectionId: world.choose(path), profile: 'generic', zone: 'UTC', tierMapId: null, levelMapId: null },
  });
};

const [RESOLVE, TAKE] = [{ kind: 'resolve', text: 'done' }, { kind: 'take' }] as const;
const RAISE = { kind: 'changePriority', priority: 'P1', impact: null, urgency: null, reason: 'down' } as const;
const MOVE = { kind: 'edit', facts: { customer: 'Nordlys' } } as const;

describe.each([
  ['of how tickets stand', snapshotOf('zoe')],
  ['of what happened', historyOf()],
])('a file %s, imported again', (_name, text) => {
  it('undoes nothing of what was done at the desk', async () => {
    await take(text);
    const desk = deskOf(world);
    const [id = 0] = await desk.ids();
    await desk.open({ title: 'other' });
    await desk.run(id, TAKE, RAISE, MOVE, { kind: 'note', text: 'x' }, RESOLVE);
    const before = await desk.detail(id);
    expect(before.row).toMatchObject({ assignee: 'tester', priority: 'P1', state: 'resolved', tier: 'gold' });
    const again = await take(text);
    expect([again.tickets, again.events]).toEqual([{ new: 0, changed: 0, unchanged: 1 }, 0]);
    expect(await desk.detail(id)).toEqual(before);
  });
});

describe('a later export', () => {
  it('changes what it tells otherwise, and nothing else', async () => {
    await take(snapshotOf('zoe'));
    const desk = deskOf(world);
    const [id = 0] = await desk.ids();
    await desk.run(id, RAISE);
    world.setNow('2026-11-23T10:00:00Z');
    const report = await take(snapshotOf('yan', '2026-11-23 09:30:00'));
    expect([report.tickets.changed, report.events]).toEqual([1, 1]);
    const { row, events } = await desk.detail(id);
    expect(row).toMatchObject({ assignee: 'yan', priority: 'P1', state: 'active' });
    expect(events.at(-1)).toMatchObject({ kind: 'assigned' });
  });

  it('adds what a history tells beyond what it told', async () => {
    await take(historyOf());
    const desk = deskOf(world);
    const [id = 0] = await desk.ids();
    await desk.run(id, TAKE);
    world.setNow('2026-11-23T10:00:00Z');
    const more = 'T-1,2026-11-23 07:00:00,2026-11-23 09:30:00,Resolved,P3,Slow,Port de Sete,zoe,Desk';
    const report = await take(historyOf(more));
    expect(report.events).toBe(1);
    expect((await desk.detail(id)).row).toMatchObject({ assignee: 'tester', state: 'resolved' });
  });
});
