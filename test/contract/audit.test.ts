import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { HandoverPage } from '../../shared/ipc/handover-calls.ts';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import type { AuditCursor, AuditFilter, AuditRow } from '../../shared/ipc/audit-schemas.ts';
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
    let before: AuditCursor | null = null;
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

describe('handovers in the audit', () => {
  const SHIFT = instant('2026-11-23T21:00:00Z');

  /** Handed over by ada to bo, who accepts one item before and one after he signs; between, tickets are opened. */
  const handOver = async (): Promise<HandoverPage> => {
    await desk.open({ priority: 'P1', impact: 'high', urgency: 'high' });
    world.become({ name: 'ada' });
    world.setNow('2026-11-23T09:01:00Z');
    const { id, items, version } = await world.call('handover:begin', { untilMs: SHIFT });
    const [first, second] = items;
    const words = { nextAction: 'call', nextUpdateMs: null, note: null };
    const itemId = first?.id ?? '';
    const edited = await world.call('handover:change-item', { id, itemId, expectedVersion: version, ...words });
    world.setNow('2026-11-23T09:02:00Z');
    await desk.open();
    const offered = await world.call('handover:offer', { id, expectedVersion: edited.version });
    world.become({ name: 'bo' });
    world.setNow('2026-11-23T09:03:00Z');
    const accepted = await world.call('handover:accept', { id, itemIds: [itemId] });
    expect(offered.version + 1).toBe(accepted.version);
    await world.call('handover:sign', { id, expectedVersion: accepted.version });
    return world.call('handover:accept', { id, itemIds: [second?.id ?? ''] });
  };

  it('stand among the events of tickets by when they were recorded, with what they changed', async () => {
    const page = await handOver();
    const rows = await list();
    expect(rows.map(({ kind }) => kind)).toEqual([
      'handover.accepted',
      'handover.signed',
      'handover.accepted',
      'opened',
      'handover.offered',
      'handover.itemChanged',
      'handover.begun',
      'opened',
      'customerAdded',
    ]);
    const [late, , early] = rows;
    expect(late).toMatchObject({
      ...{ actor: 'bo', ticket: null, customer: '', voidedBy: null },
      handover: { id: page.id, by: 'ada', begunAtMs: instant('2026-11-23T09:01:00Z') },
      changes: [
        { fact: 'items', after: [page.items[1]?.title] },
        { fact: 'isLate', after: true },
      ],
    });
    expect(early?.changes.map(({ fact }) => fact)).toEqual(['items']);
    expect(rows[5]?.changes).toEqual([
      { fact: 'handoverItem', before: null, after: page.items[0]?.title },
      { fact: 'nextAction', before: null, after: 'call' },
    ]);
    expect(rows[6]?.changes).toContainEqual({ fact: 'items', before: null, after: page.items.length });
  });

  it('are paged with the others, each once', async () => {
    await handOver();
    const seen: string[] = [];
    let before: AuditCursor | null = null;
    do {
      const page: CallOutput<'audit:list'> = await world.call('audit:list', { filter: ALL, before, limit: 2 });
      seen.push(...page.rows.map(({ kind, seq }) => `${kind} ${seq}`));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual((await list()).map(({ kind, seq }) => `${kind} ${seq}`));
  });

  it('are filtered by kind, name and instant, are of no ticket, and are exported', async () => {
    await handOver();
    const kinds = async (filter: Partial<AuditFilter>) => (await list(filter)).map(({ kind }) => kind);
    expect(await world.call('audit:list-kinds', {})).toEqual(
      expect.arrayContaining(['opened', 'handover.begun', 'handover.signed']),
    );
    expect(await kinds({ kind: 'handover.accepted' })).toEqual(['handover.accepted', 'handover.accepted']);
    expect(await kinds({ kind: 'opened' })).toEqual(['opened', 'opened']);
    expect(await kinds({ actor: 'bo', kind: 'handover.offered' })).toEqual([]);
    expect(await kinds({ fromMs: instant('2026-11-23T09:03:00Z') })).toHaveLength(3);
    expect(await kinds({ toMs: instant('2026-11-23T09:01:01Z'), kind: 'handover.begun' })).toHaveLength(1);
    expect(await kinds({ isVoided: true })).toEqual([]);
    const [opened] = await list({ kind: 'opened' });
    expect(await kinds({ ticket: opened?.ticket?.reference ?? '' })).toEqual(['opened']);
    const folder = mkdtempSync(join(tmpdir(), 'vigie-audit-'));
    try {
      const path = join(folder, 'audit.csv');
      const { rows } = await world.call('audit:export', { filter: ALL, selectionId: world.chooseToWrite(path) });
      expect(rows).toBe(9);
      expect(readFileSync(path, 'utf8')).toMatch(/^h\d+,.*,bo,.*handover\.signed/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
