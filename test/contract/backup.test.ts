import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createRestore } from '../../electron/core/backup/restore-open.ts';
import { runTask, type RunTask } from '../../electron/core/backup/task.ts';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { VigieError } from '../../shared/ipc/reply.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time/instant.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { createFakeTime } from '../support/fake-time.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const folder = tempFolder();
let made = 0;
/** Each database has a folder of its own: backups lie beside it. */
const freshPath = (): string => {
  const own = join(folder, String(++made));
  mkdirSync(own);
  return join(own, 'vigie.db');
};

const fill = (world: World, count = 20) =>
  world.core.imports.take(seedTickets({ count, seed: 3, nowMs: instant(NOW) }));

const open = async (path: string): Promise<World> => {
  const world = createWorld({ now: NOW, path });
  await fill(world);
  world.become({ role: 'lead' });
  return world;
};

const backupFiles = (path: string) => readdirSync(join(dirname(path), 'backups')).toSorted();

describe('a backup by hand', () => {
  it('is made by a lead, listed with what it held, and for its owner alone', async () => {
    const path = freshPath();
    const world = await open(path);
    expect(await world.call('backup:list', {})).toEqual({
      ...{ backups: [], nextAtMs: null, isRunning: false, lastFailure: null, isBehind: false },
    });
    const row = await world.call('backup:make', {});
    expect(row).toMatchObject({ kind: 'manual', madeAtMs: instant(NOW), held: { tickets: 20 } });
    const again = await world.call('backup:make', {});
    expect(again.id).not.toBe(row.id);
    expect((await world.call('backup:list', {})).backups.map(({ id }) => id).toSorted()).toEqual(
      [row.id, again.id].toSorted(),
    );
    expect(world.heard.filter(({ name }) => name === 'backup:changed')).toHaveLength(2);
    expect(world.heard.some(({ name }) => name === 'backup:progressed')).toBe(true);
    const beside = join(dirname(path), 'backups');
    expect(statSync(beside).mode & 0o777).toBe(0o700);
    for (const file of backupFiles(path)) expect(statSync(join(beside, file)).mode & 0o777).toBe(0o600);
    world.become({ role: 'agent' });
    expect(codeOf(await world.reply('backup:make', {}))).toBe('access/role');
    world.close();
  });

  it('is one at a time, and can be stopped', async () => {
    const world = await open(freshPath());
    const first = world.reply('backup:make', {});
    expect((await world.call('backup:list', {})).isRunning).toBe(true);
    expect(codeOf(await world.reply('backup:make', {}))).toBe('backup/under-way');
    await world.call('backup:cancel', {});
    expect(codeOf(await first)).toBe('backup/cancelled');
    expect((await world.call('backup:list', {})).backups).toEqual([]);
    world.close();
  });

  it('of a database in memory is none', async () => {
    const world = await open(':memory:');
    expect(codeOf(await world.reply('backup:make', {}))).toBe('backup/not-here');
    expect(await world.call('backup:list', {})).toMatchObject({ backups: [], nextAtMs: null });
    world.close();
  });

  it.each([
    ['Support (2).db', 'Support (2).sqlite'],
    ['Équipe.db', 'Équipe'],
    ['queue.db', 'queue.sqlite.db'],
  ])('of %s and of %s beside it are told apart', async (one, other) => {
    const beside = dirname(freshPath());
    const [first, second] = [await open(join(beside, one)), await open(join(beside, other))];
    const [ofFirst, ofSecond] = [await first.call('backup:make', {}), await second.call('backup:make', {})];
    expect((await first.call('backup:list', {})).backups).toEqual([ofFirst]);
    expect((await second.call('backup:list', {})).backups).toEqual([ofSecond]);
    const told = await first.call('backup:preview-restore', { from: { kind: 'kept', id: ofFirst.id } });
    expect(told.onlyHere).toEqual([]);
    first.close();
    second.close();
  });

  it('is found by the name that it was once given', async () => {
    const path = freshPath();
    const world = await open(path);
    const { id } = await world.call('backup:make', {});
    const folderOfBackups = join(dirname(path), 'backups');
    const before = id.replace('vigie.db-', 'vigie-');
    renameSync(join(folderOfBackups, id), join(folderOfBackups, before));
    writeFileSync(join(folderOfBackups, id.replace('vigie.db-', 'other-')), 'of another');
    expect((await world.call('backup:list', {})).backups.map((row) => row.id)).toEqual([before]);
    expect(before).not.toBe(id);
    world.close();
  });

  it('says so where its folder cannot be made', async () => {
    const path = freshPath();
    const world = await open(path);
    writeFileSync(join(dirname(path), 'backups'), 'a file where the folder should be');
    const reply = await world.reply('backup:make', {});
    expect(reply.ok).toBe(false);
    expect(codeOf(reply)).not.toBe('call/failed');
    world.close();
  });
});

describe('what restoring would change', () => {
  it('is told of a kept backup and of a chosen file', async () => {
    const path = freshPath();
    const world = await open(path);
    const { id } = await world.call('backup:make', {});
    await deskOf(world).open();
    const told = await world.call('backup:preview-restore', { from: { kind: 'kept', id } });
    expect(told.onlyHere).toContainEqual(expect.objectContaining({ subject: 'ticket', kind: 'opened', count: 1 }));
    expect(told.onlyThere).toEqual([]);
    const selectionId = world.choose(join(dirname(path), 'backups', id));
    expect(await world.call('backup:preview-restore', { from: { kind: 'chosen', selectionId } })).toEqual(told);
    const others = [
      { kind: 'kept', id: 'vigie-manual-20200101T000000Z.db' },
      { kind: 'kept', id: 'vigie.db' },
      { kind: 'chosen', selectionId: 'x' },
    ] as const;
    for (const from of others) {
      expect(codeOf(await world.reply('backup:preview-restore', { from }))).toMatch(
        /^(backup\/unknown|import\/selection-gone)$/,
      );
    }
    world.close();
  });

  it('the list says where the database has less than its backup', async () => {
    const path = freshPath();
    const world = await open(path);
    await world.call('backup:make', {});
    world.close();
    rmSync(path);
    const emptied = createWorld({ now: NOW, path });
    expect(await emptied.call('backup:list', {})).toMatchObject({ isBehind: true });
    emptied.close();
  });
});

/** A desk whose time the test lets pass, with a backup every day. */
const daily = async (run: RunTask = runTask) => {
  const path = freshPath();
  const time = createFakeTime(NOW);
  const world = createWorld({ path, time, backups: { isAutomatic: true, run } });
  await fill(world);
  const changes = (): number => world.heard.filter(({ name }) => name === 'backup:changed').length;
  /** Lets time pass in which one backup falls due, and waits for it. */
  const passOne = async (ms: number): Promise<void> => {
    const before = changes();
    time.pass(ms);
    await vi.waitFor(() => expect(changes()).toBe(before + 1), { timeout: 15_000, interval: 5 });
    // The look that made it sets its next timer in the same turn or in the next ones.
    await vi.waitFor(async () => expect((await world.call('backup:list', {})).isRunning).toBe(false), { interval: 5 });
  };
  return { path, time, world, passOne };
};

describe('a backup every day', () => {
  it('is made a little after the start and then each day, and the old ones go', async () => {
    const { path, time, world, passOne } = await daily();
    expect((await world.call('backup:list', {})).nextAtMs).toBe(instant(NOW));
    await passOne(3 * MINUTE_MS);
    const first = await world.call('backup:list', {});
    expect(first.backups).toHaveLength(1);
    expect(first.backups[0]).toMatchObject({ kind: 'automatic', held: { tickets: 20 } });
    expect(first.nextAtMs).toBe((first.backups[0]?.madeAtMs ?? 0) + DAY_MS);
    time.pass(23 * HOUR_MS);
    expect((await world.call('backup:list', {})).backups).toHaveLength(1);
    await passOne(2 * HOUR_MS);
    for (let day = 0; day < 10; day++) await passOne(DAY_MS + HOUR_MS);
    const { backups } = await world.call('backup:list', {});
    expect(backups.length).toBeLessThanOrEqual(10);
    expect(backups.length).toBeGreaterThanOrEqual(7);
    expect(backupFiles(path)).toHaveLength(backups.length * 2);
    world.close();
  });

  it.each(['20261123T120000Z', '20300101T120000Z'])(
    'is made once where another is dated %s, after now, which stays',
    async (stamp) => {
      const { path, time, world, passOne } = await daily();
      mkdirSync(join(dirname(path), 'backups'));
      const future = `vigie-automatic-${stamp}.db`;
      writeFileSync(join(dirname(path), 'backups', future), 'made by a wrong clock');
      await passOne(3 * MINUTE_MS);
      const { backups, nextAtMs } = await world.call('backup:list', {});
      expect(backups).toHaveLength(2);
      expect(backups[0]?.id).toBe(future);
      expect(nextAtMs).toBe((backups[1]?.madeAtMs ?? 0) + DAY_MS);
      time.pass(HOUR_MS);
      expect((await world.call('backup:list', {})).isRunning).toBe(false);
      expect((await world.call('backup:list', {})).backups).toEqual(backups);
      world.close();
    },
  );

  it('that could not be made is told, and tried again', async () => {
    let isFull = true;
    const { time, world, passOne } = await daily(((task, hooks) => {
      if (isFull) return Promise.reject(new VigieError('disk/full', 'The disk is full.'));
      return runTask(task, hooks);
    }) as RunTask);
    await passOne(3 * MINUTE_MS);
    expect(await world.call('backup:list', {})).toMatchObject({
      ...{ backups: [], lastFailure: { code: 'disk/full', message: 'The disk is full.' } },
    });
    isFull = false;
    await passOne(2 * HOUR_MS);
    expect(await world.call('backup:list', {})).toMatchObject({ backups: [{ kind: 'automatic' }], lastFailure: null });
    world.close();
    expect(time.timerCount()).toBe(0);
  });
});

describe('a folder of backups that cannot be read', () => {
  it('is told, and looked at again', async () => {
    const { path, time, world, passOne } = await daily();
    const backups = join(dirname(path), 'backups');
    // A link to itself leads nowhere, whoever asks.
    symlinkSync(backups, backups);
    time.pass(3 * MINUTE_MS);
    await vi.waitFor(() => expect(world.heard.some(({ name }) => name === 'backup:changed')).toBe(true));
    rmSync(backups);
    expect(await world.call('backup:list', {})).toMatchObject({ backups: [], lastFailure: { code: 'backup/failed' } });
    await passOne(HOUR_MS);
    expect(await world.call('backup:list', {})).toMatchObject({ backups: [{ kind: 'automatic' }], lastFailure: null });
    world.close();
    expect(time.timerCount()).toBe(0);
  });
});

describe('a restore of the database that is open', () => {
  /** The shell's side with a core that can be stopped and started. */
  const shellOf = async (run: RunTask = runTask) => {
    const path = freshPath();
    let world: World | null = await open(path);
    const steps: string[] = [];
    const restore = createRestore({
      path: () => path,
      stop: () => {
        steps.push('stop');
        world?.close();
        world = null;
        return Promise.resolve();
      },
      start: () => {
        steps.push('start');
        world = createWorld({ now: NOW, path });
        return Promise.resolve();
      },
      run,
    });
    const present = (): World => {
      if (world === null) throw new Error('no core runs');
      return world;
    };
    const caller = { actor: { name: 'lea', role: 'lead', level: 'L1' }, windowId: 1, selections: {} } as const;
    return { path, steps, present, restore: (id: string) => restore({ kind: 'kept', id }, caller) };
  };

  it('stops the core, swaps the file, and starts it again; what was there is listed and can come back', async () => {
    const { path, steps, present, restore } = await shellOf();
    const { id } = await present().call('backup:make', {});
    const ticket = await deskOf(present()).open();
    const { keptAs } = await restore(id);
    expect(steps).toEqual(['stop', 'start']);
    expect(codeOf(await present().reply('ticket:get-detail', { id: ticket.id }))).toBe('ticket/unknown');
    const list = await present().call('backup:list', {});
    expect(list.backups.map((row) => [row.id, row.kind])).toContainEqual([keptAs, 'replaced']);
    expect(keptAs).toBe(basename(keptAs ?? ''));
    await restore(keptAs ?? '');
    expect((await present().call('ticket:get-detail', { id: ticket.id })).row.reference).toBe(ticket.reference);
    present().close();
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that fails starts the core again on what was there', async () => {
    const { path, steps, present, restore } = await shellOf();
    const { id } = await present().call('backup:make', {});
    const ticket = await deskOf(present()).open();
    writeFileSync(join(dirname(path), 'backups', id), Buffer.alloc(40_000, 0xab));
    await expect(restore(id)).rejects.toMatchObject({ code: 'db/not-a-database' });
    await expect(restore('vigie-manual-20200101T000000Z.db')).rejects.toMatchObject({ code: 'backup/unknown' });
    expect(steps).toEqual(['stop', 'start']);
    expect((await present().call('ticket:get-detail', { id: ticket.id })).row.reference).toBe(ticket.reference);
    expect(existsSync(path)).toBe(true);
    present().close();
  });
});
