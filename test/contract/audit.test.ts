import type { CallOutput } from '../../shared/ipc/contract.ts';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import type { AuditFilter, AuditRow } from '../../shared/ipc/audit-schemas.ts';
import { deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const ALL: AuditFilter = { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
let world: World;
let desk: ReturnType<typeof deskOf>;

beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

const list = async (filter: Partial<AuditFilter> = {}): Promise<AuditRow[]> =>
  (await world.call('audit:list', { filter: { ...ALL, ...filter }, before: null, limit: 100 })).rows;

describe('the audit', () => {
  it('pages through every event once, the newest first, also while others are recorded', async () => {
    await world.core.imports.take(seedTickets({ count: 60, seed: 3, nowMs: instant('2026-11-23T09:00:00Z') }));
    const count = world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();
    const seen: number[] = [];
    let before: CallOutput<'audit:list'>['next'] = null;
    do {
      const page: CallOutput<'audit:list'> = await world.call('audit:list', { filter: ALL, before, limit: 37 });
      seen.push(...page.rows.map(({ seq }) => seq));
      before = page.next;
      if (seen.length === 37) await desk.open();
    } while (before !== null);
    expect(seen).toHaveLength(count as number);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it('tells who, where, and what a fact was before and after', async () => {
    const { id, reference } = await desk.open();
    world.setNow('2026-11-23T09:10:00Z');
    world.become({ name: 'Noémie' });
    await desk.run(id, { kind: 'take' });
    const [row] = await list();
    expect(row).toMatchObject({
      actor: 'Noémie',
      workstation: 'bench',
      kind: 'assigned',
      ticket: { id, reference, isListed: true },
      customer: 'Nordlys',
      voidedBy: null,
      recordedAtMs: instant('2026-11-23T09:10:00Z'),
    });
    expect(row?.changes).toContainEqual({ fact: 'assignee', before: null, after: 'Noémie' });
    const opened = (await list({ kind: 'opened' }))[0];
    expect(opened?.changes).toContainEqual({ fact: 'priority', before: null, after: 'P2' });
    expect((await list({ kind: 'customerAdded' }))[0]).toMatchObject({ ticket: null, customer: 'Nordlys' });
  });

  it('keeps what was undone in sight, with who undid it, and the undoing with what it gave back', async () => {
    const { id } = await desk.open();
    await desk.run(id, { kind: 'take' });
    world.become({ name: 'tester' });
    await desk.undo();
    const [undoing, taken] = await list();
    expect(undoing).toMatchObject({ kind: 'voided', voidedBy: null });
    expect(undoing?.changes).toContainEqual({ fact: 'assignee', before: 'tester', after: null });
    expect(taken).toMatchObject({ kind: 'assigned', voidedBy: { actor: 'tester' } });
    expect(taken?.changes).toContainEqual({ fact: 'assignee', before: null, after: 'tester' });
    expect((await list({ isVoided: true })).map(({ seq }) => seq)).toEqual([taken?.seq]);
    expect((await list({ isVoided: false })).map(({ seq }) => seq)).not.toContain(taken?.seq);
  });

  it('finds a ticket whose opening was undone, by its reference', async () => {
    const { reference } = await desk.open();
    await desk.undo();
    const rows = await list({ ticket: reference.toLowerCase() });
    expect(rows.map(({ kind }) => kind)).toEqual(['voided', 'opened']);
    expect(rows[1]).toMatchObject({ ticket: { reference, isListed: false } });
  });

  it('filters by name, kind, ticket and instants of recording, and takes signs as they are', async () => {
    const first = await desk.open();
    world.setNow('2026-11-24T09:00:00Z');
    world.become({ name: 'Zoé 100%' });
    const second = await desk.open({ title: 'Other' });
    const fromMs = instant('2026-11-24T00:00:00Z');
    expect((await list({ actor: 'zoé' })).map(({ ticket }) => ticket?.id)).toEqual([second.id]);
    expect(await list({ actor: '0%' })).toHaveLength(1);
    expect(await list({ actor: '_' })).toHaveLength(0);
    expect((await list({ fromMs })).map(({ ticket }) => ticket?.id)).toEqual([second.id]);
    expect((await list({ toMs: fromMs, kind: 'opened' })).map(({ ticket }) => ticket?.id)).toEqual([first.id]);
    expect((await list({ ticket: second.reference })).map(({ ticket }) => ticket?.id)).toEqual([second.id]);
    expect(await world.call('audit:list-kinds', {})).toEqual(['customerAdded', 'opened']);
  });

  it('is exported whole as CSV, in which no word of people is a formula', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-audit-'));
    const { id } = await desk.open({ title: '=1+1, "quoted"' });
    world.become({ name: '=cmd' });
    await desk.run(id, { kind: 'take' });
    const path = join(folder, 'audit.csv');
    const { rows } = await world.call('audit:export', { filter: ALL, selectionId: world.chooseToWrite(path) });
    const lines = readFileSync(path, 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFseq,recorded_at,/);
    expect(lines).toHaveLength(rows + 2);
    expect(lines[1]).toContain(`,'=cmd,bench,`);
    expect(readdirSync(folder)).toEqual(['audit.csv']);
    const missing = world.chooseToWrite(join(folder, 'nowhere', 'audit.csv'));
    expect(await world.reply('audit:export', { filter: ALL, selectionId: missing })).toMatchObject({
      error: { code: 'audit/unwritable' },
    });
    rmSync(folder, { recursive: true });
  });

  it('tells what was done with customers and their hours: before and after, and what was taken back', async () => {
    const of = ledgerOf(world);
    const id = await of.customer('Port', 'silver');
    await world.call('customer:save', { id, name: 'Port de Sète', language: 'fr' });
    await of.changeTier(id, 'gold', { note: 'by mail' });
    world.become({ name: 'Eva', role: 'expert' });
    const { workId } = await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T10:20:00Z');
    await world.call('expertise:reverse-work', { customerId: id, workId, reason: 'wrong day' });
    const rows = (await list()).filter(({ customer }) => customer === 'Port de Sète');
    const kinds = ['workReversed', 'workLogged', 'tierChanged', 'customerEdited', 'customerAdded'];
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
    const [reversed, logged, tier, edited] = rows;
    expect(reversed).toMatchObject({ actor: 'Eva', changes: [{ fact: 'reason', after: 'wrong day' }] });
    expect(logged).toMatchObject({ actor: 'Eva', ticket: null, voidedBy: { actor: 'Eva' } });
    expect(logged?.changes).toContainEqual({ fact: 'chargedMin', before: null, after: 30 });
    expect(tier?.changes).toContainEqual({ fact: 'tier', before: 'silver', after: 'gold' });
    expect(edited?.changes).toEqual([
      { fact: 'customer', before: 'Port', after: 'Port de Sète' },
      { fact: 'language', before: null, after: 'fr' },
    ]);
  });

  it('is exported whole or not at all: one that is stopped leaves no file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-audit-'));
    const { id } = await desk.open();
    for (let i = 0; i < 250; i++) await desk.run(id, { kind: 'note', text: `note ${i}` });
    const selectionId = world.chooseToWrite(join(folder, 'audit.csv'));
    const exporting = world.reply('audit:export', { filter: ALL, selectionId });
    await world.call('audit:cancel', {});
    expect(await exporting).toMatchObject({ error: { code: 'audit/cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
    const again = await world.call('audit:export', { filter: ALL, selectionId });
    expect(again.rows).toBeGreaterThan(250);
    await world.call('audit:cancel', {});
    expect(readdirSync(folder)).toEqual(['audit.csv']);
    rmSync(folder, { recursive: true });
  });

  it('is never written over a file that was chosen to be read, and what was chosen to be written is not read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-audit-'));
    const path = join(folder, 'export.csv');
    writeFileSync(path, 'Number,Created\nT-1,2026-11-23 07:00:00\n');
    const gone = { error: { code: 'import/selection-gone' } };
    expect(await world.reply('audit:export', { filter: ALL, selectionId: world.choose(path) })).toMatchObject(gone);
    expect(readFileSync(path, 'utf8')).toContain('T-1');
    const order = { profile: 'auto', zone: 'UTC', tierMapId: null, levelMapId: null } as const;
    const selectionId = world.chooseToWrite(path);
    expect(await world.reply('import:run', { ...order, selectionId })).toMatchObject(gone);
    rmSync(folder, { recursive: true });
  });
});
