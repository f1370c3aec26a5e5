import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeTime } from '../support/fake-time.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
let of: ReturnType<typeof ledgerOf>;
let time: ReturnType<typeof createFakeTime>;
beforeEach(() => {
  time = createFakeTime('2026-11-23T09:00:00Z');
  world = createWorld({ time });
  desk = deskOf(world);
  of = ledgerOf(world);
});
afterEach(() => world.close());

const DECEMBER = instant('2026-11-30T23:00:00Z');
const P1 = { priority: 'P1', impact: 'high', urgency: 'high', customer: 'Port', newCustomerTier: null } as const;
const tierOf = async (id: number): Promise<string> => (await desk.detail(id)).row.tier;
const dueOf = async (id: number): Promise<number | null> => {
  const { resolution } = (await desk.detail(id)).row;
  return 'dueAtMs' in resolution ? resolution.dueAtMs : null;
};
const codeOfChange = async (...args: Parameters<typeof of.changeTier>): Promise<string> =>
  of.changeTier(...args).then(
    () => 'ok',
    (error: Error) => error.message.split(': ')[1] ?? '',
  );

describe('another tier', () => {
  it('upwards: at once, invoiced from the next month; open tickets, hours and access follow as the preview said', async () => {
    const id = await of.customer('Port', 'standard');
    const open = await desk.open(P1);
    const closed = await desk.open(P1);
    await desk.run(closed.id, { kind: 'resolve', text: 'done' }, { kind: 'close' });
    const preview = await world.call('customer:preview-tier', { id, tier: 'gold', effectiveAtMs: null });
    expect(preview).toMatchObject({
      ...{ from: 'standard', to: 'gold', isUpgrade: true, invoicedFromMs: DECEMBER, checked: 1 },
      moved: [{ id: open.id, fromDueAtMs: null, toDueAtMs: instant('2026-11-23T13:00:00Z') }],
      before: { isEntitled: false, reason: 'none', leftMin: 0 },
      after: { isEntitled: true, reason: 'tier', leftMin: 120 },
    });
    const page = await of.changeTier(id, 'gold', { note: 'by mail' });
    expect(page.row).toMatchObject({ tier: 'gold', entitlement: preview.after, nextTier: null });
    expect(page.tiers.at(-1)).toMatchObject({
      ...{ tier: 'gold', atMs: instant('2026-11-23T09:00:00Z'), recordedBy: 'tester', isAssumed: false },
      change: { invoicedFromMs: DECEMBER, askedBy: 'Ada', channel: 'mail', note: 'by mail' },
    });
    expect(await tierOf(open.id)).toBe('gold');
    expect(await dueOf(open.id)).toBe(preview.moved[0]?.toDueAtMs);
    expect(await tierOf(closed.id)).toBe('standard');
    expect((await of.ledger(id)).lots).toMatchObject([{ fromMs: instant('2026-11-23T09:00:00Z'), minutes: 120 }]);
    expect(await tierOf((await desk.open(P1)).id)).toBe('gold');
  });

  it('is not undone ticket by ticket', async () => {
    const id = await of.customer('Port', 'standard');
    const open = await desk.open(P1);
    await of.changeTier(id, 'gold');
    // The last command of one's own is the opening, and the ticket was changed since.
    expect(await desk.codeOfUndo()).toBe('command/worked-on');
    expect(await tierOf(open.id)).toBe('gold');
  });

  it('downwards: through Customer Support, at the end of the month, while Vigie runs', async () => {
    const id = await of.customer('Port', 'gold');
    const open = await desk.open(P1);
    await world.call('watch:follow', {
      rules: {
        atRisk: false,
        breached: false,
        escalations: false,
        waits: false,
        onlyMine: 'all',
        quietFrom: null,
        quietTo: null,
      },
    });
    expect(await codeOfChange(id, 'standard')).toBe('customer/downgrade-channel');
    const preview = await world.call('customer:preview-tier', { id, tier: 'standard', effectiveAtMs: null });
    expect(preview).toMatchObject({ isUpgrade: false, effectiveAtMs: DECEMBER, invoicedFromMs: null });
    expect(preview.after).toMatchObject({ isEntitled: false, reason: 'none' });
    const { row, tiers } = await of.changeTier(id, 'standard', { channel: 'support' });
    expect(row).toMatchObject({
      ...{ tier: 'gold', nextTier: { tier: 'standard', atMs: DECEMBER } },
      entitlement: { isEntitled: true, endsAtMs: DECEMBER },
    });
    expect(tiers).toHaveLength(2);
    expect(await tierOf(open.id)).toBe('gold');
    world.heard.length = 0;
    time.passUntil('2026-11-30T23:00:00Z');
    expect(world.heard.some(({ name }) => name === 'customer:changed')).toBe(true);
    expect((await world.call('customer:get', { id })).row).toMatchObject({ tier: 'standard', nextTier: null });
    expect(await tierOf(open.id)).toBe('standard');
    expect((await of.ledger(id)).entitlement).toMatchObject({ isEntitled: false, leftMin: 0 });
    const { events } = await desk.detail(open.id);
    expect(events.filter(({ kind }) => kind === 'tierChanged')).toMatchObject([{ atMs: DECEMBER, actor: 'vigie' }]);
  });

  it('that is to come is called off, with a reason', async () => {
    const id = await of.customer('Port', 'gold');
    const { tiers } = await of.changeTier(id, 'standard', { channel: 'support' });
    const changeId = tiers.at(-1)?.id ?? '';
    expect(await codeOfChange(id, 'silver', { channel: 'support' })).toBe('customer/change-to-come');
    const page = await world.call('customer:call-off-tier', { id, changeId, reason: 'they stay' });
    expect(page).toMatchObject({ row: { nextTier: null }, tiers: [{ tier: 'gold' }] });
    const again = await world.reply('customer:call-off-tier', { id, changeId, reason: 'x' });
    expect(codeOf(again)).toBe('customer/no-change-to-come');
  });

  it('is refused where it cannot be: the same, unknown, two at one instant, before the last, asked later', async () => {
    const id = await of.customer('Port', 'silver');
    expect(await codeOfChange(id, 'silver')).toBe('customer/same-tier');
    expect(await codeOfChange(id, 'diamond')).toBe('ticket/unknown-tier');
    const atMs = instant('2026-11-10T09:00:00Z');
    expect(await codeOfChange(id, 'gold', { effectiveAtMs: atMs })).toBe('customer/back-dated');
    expect(await codeOfChange(id, 'gold', { askedAtMs: instant('2026-11-24T09:00:00Z') })).toBe('customer/asked-later');
    world.become({ role: 'lead' });
    await of.changeTier(id, 'gold', { effectiveAtMs: atMs });
    expect(await codeOfChange(id, 'silver', { channel: 'support', effectiveAtMs: atMs })).toBe('customer/two-tiers');
    const before = instant('2026-11-09T09:00:00Z');
    expect(await codeOfChange(id, 'bronze', { channel: 'support', effectiveAtMs: before })).toBe(
      'customer/before-last',
    );
  });
});

describe('tickets that were opened around a change', () => {
  it('follow one that a lead records afterwards, from their opening on', async () => {
    const id = await of.customer('Port', 'silver');
    time.passUntil('2026-11-24T09:00:00Z');
    const ticket = await desk.open(P1);
    world.become({ role: 'lead' });
    const effectiveAtMs = instant('2026-11-23T18:00:00Z');
    const preview = await world.call('customer:preview-tier', { id, tier: 'gold', effectiveAtMs });
    await of.changeTier(id, 'gold', { effectiveAtMs });
    expect(await tierOf(ticket.id)).toBe('gold');
    expect(await dueOf(ticket.id)).toBe(preview.moved[0]?.toDueAtMs);
  });

  it('have the tier whose time came while nothing looked', async () => {
    const id = await of.customer('Port', 'gold');
    await of.changeTier(id, 'standard', { channel: 'support' });
    // Nobody follows the watch: nothing is caught up by itself.
    time.passUntil('2026-12-01T09:00:00Z');
    expect((await desk.open(P1)).tier).toBe('standard');
  });

  it('a lower tier before the month ends is a lead’s', async () => {
    const id = await of.customer('Port', 'gold');
    const early = { channel: 'support', effectiveAtMs: instant('2026-11-23T10:00:00Z') } as const;
    expect(await codeOfChange(id, 'standard', early)).toBe('customer/downgrade-early');
    world.become({ role: 'lead' });
    expect(await codeOfChange(id, 'standard', early)).toBe('ok');
  });
});

it('takes what a window asked for now as now: its clock may be a little ahead of the core’s', async () => {
  const id = await of.customer('Port', 'silver');
  const page = await of.changeTier(id, 'gold', { askedAtMs: instant('2026-11-23T09:00:00.400Z') });
  expect(page.tiers.at(-1)?.change?.askedAtMs).toBe(instant('2026-11-23T09:00:00Z'));
});

describe('BRONZE', () => {
  it('has experts for the month of its activation and the two after; then not, and re-entering does not restart it', async () => {
    const id = await of.customer('Port', 'bronze', '2026-10-31T12:00:00Z');
    const access = async () => (await of.ledger(id)).entitlement;
    expect(await access()).toMatchObject({
      reason: 'firstMonths',
      leftMin: 120,
      endsAtMs: instant('2026-12-31T23:00:00Z'),
    });
    time.passUntil('2026-12-31T23:00:00Z');
    expect(await access()).toMatchObject({ isEntitled: false, reason: 'firstMonthsOver', leftMin: 0 });
    await of.changeTier(id, 'silver');
    expect(await access()).toMatchObject({ reason: 'tier', leftMin: 120 });
    world.become({ role: 'lead' });
    await of.changeTier(id, 'bronze', { channel: 'support', effectiveAtMs: instant('2027-01-05T00:00:00Z') });
    time.passUntil('2027-02-05T00:00:00Z');
    expect(await access()).toMatchObject({ isEntitled: false, reason: 'firstMonthsOver', leftMin: 0 });
  });

  it('of which nobody said since when gives nothing until a lead says', async () => {
    const id = await of.customer('Port', 'bronze', null);
    expect((await of.ledger(id)).entitlement).toMatchObject({ isEntitled: false, reason: 'notDated', leftMin: 0 });
    expect((await world.call('customer:get', { id })).tiers).toMatchObject([{ isAssumed: true }]);
    const dated = { id, sinceMs: instant('2026-11-02T00:00:00Z'), note: null };
    expect(codeOf(await world.reply('customer:date-tier', dated))).toBe('access/role');
    world.become({ role: 'lead' });
    const { row, tiers } = await world.call('customer:date-tier', dated);
    expect(row.entitlement).toMatchObject({ reason: 'firstMonths', leftMin: 120 });
    expect(tiers).toMatchObject([{ isAssumed: false, atMs: dated.sinceMs }]);
    const later = { ...dated, sinceMs: instant('2026-12-24T00:00:00Z') };
    expect(codeOf(await world.reply('customer:date-tier', later))).toBe('customer/since-when');
  });

  it('of which nobody said since when has no fresh months when it comes back', async () => {
    const id = await of.customer('Port', 'bronze', null);
    await of.changeTier(id, 'silver');
    time.passUntil('2027-03-02T09:00:00Z');
    world.become({ role: 'lead' });
    await of.changeTier(id, 'bronze', { channel: 'support', effectiveAtMs: instant('2027-03-02T09:00:00Z') });
    expect((await of.ledger(id)).entitlement).toMatchObject({ isEntitled: false, reason: 'notDated' });
  });

  it('and a pack: the pack opens the door', async () => {
    const id = await of.customer('Port', 'standard');
    expect((await of.pack(id, 300, '2026-11-01T00:00:00Z')).entitlement).toMatchObject({
      isEntitled: true,
      reason: 'pack',
    });
  });
});
