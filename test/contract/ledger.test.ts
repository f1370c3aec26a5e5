import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { parseMonth } from '../../shared/expertise/month.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
let of: ReturnType<typeof ledgerOf>;
beforeEach(() => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  desk = deskOf(world);
  of = ledgerOf(world);
  world.become({ name: 'Eva', role: 'expert' });
});
afterEach(() => world.close());

const month = (text: string): number => parseMonth(text) ?? 0;
const logged = async (...args: Parameters<typeof of.work>) =>
  codeOf(await world.reply('expertise:log-work', of.work(...args)));

describe('logging work', () => {
  it('charges by 15 minutes, says which lot paid, and what is left; preview and result agree', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const work = of.work(id, '2026-11-20T09:00:00Z', '2026-11-20T09:50:00Z');
    const preview = await world.call('expertise:preview-work', work);
    expect(preview).toMatchObject({
      ...{ workedMin: 50, chargedMin: 60, coveredMin: 60, overageMin: 0, leftMin: 60, refusal: null, overlaps: [] },
      lots: [{ id: 'monthly:2026-11', leftMin: 60 }],
    });
    const { workId, ledger } = await world.call('expertise:log-work', work);
    const entry = ledger.work.find((one) => one.id === workId);
    expect(entry).toMatchObject({ expert: 'Eva', workedMin: 50, chargedMin: 60, overageState: 'none' });
    expect(entry?.parts).toEqual(preview.parts);
    expect(ledger.entitlement).toMatchObject({ isEntitled: true, reason: 'tier', leftMin: 60, monthlyLeftMin: 60 });
    expect(world.heard).toContainEqual({ name: 'customer:changed', payload: { customerIds: [id] } });
  });

  it('refuses what cannot be, in words', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const reply = await world.reply('expertise:log-work', of.work(id, '2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z'));
    expect(reply).toMatchObject({
      error: { code: 'work/ends-before-start', message: expect.stringContaining('change one of the two') },
    });
    expect(await logged(id, '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z')).toBe('work/no-minutes');
    expect(await logged(id, '2026-11-20T10:00:01Z', '2026-11-20T10:15:00Z')).toBe('work/not-whole-minutes');
    expect(await logged(id, '2026-11-20T10:00:00Z', '2026-11-22T10:00:00Z')).toBe('work/too-long');
    expect(await logged(id, '2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z')).toBe('work/future');
    expect(await logged(id, '2026-11-20T10:00:00Z', '2026-11-20T10:15:00Z', { expert: 'Noa' })).toBe(
      'work/other-expert',
    );
    expect(await logged(id, '2026-11-20T10:00:00Z', '2026-11-20T10:15:00Z', { ticketId: 77 })).toBe('ticket/unknown');
    expect(await logged(999, '2026-11-20T10:00:00Z', '2026-11-20T10:15:00Z')).toBe('customer/unknown');
    expect((await of.ledger(id)).work).toEqual([]);
    world.become({ role: 'agent' });
    expect(await logged(id, '2026-11-20T10:00:00Z', '2026-11-20T10:15:00Z')).toBe('access/role');
  });

  it('a preview tells a refusal and never fails for one', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const work = of.work(id, '2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z');
    expect(await world.call('expertise:preview-work', work)).toMatchObject({
      refusal: { code: 'work/ends-before-start' },
      entitlement: { leftMin: 120 },
    });
  });

  it('does not charge a rapid action on a P1, nor a fault of the service', async () => {
    world.become({ role: 'agent' });
    const p1 = await desk.open({ priority: 'P1', impact: 'high', urgency: 'high', newCustomerTier: 'silver' });
    const p2 = await desk.open({ priority: 'P2', newCustomerTier: null });
    world.become({ role: 'expert' });
    const [found] = await world.call('customer:find', { text: p1.customer });
    const id = found?.id ?? 0;
    const span = ['2026-11-20T10:00:00Z', '2026-11-20T10:20:00Z'] as const;
    const charged = async (more: Parameters<typeof of.work>[3]) => {
      const { chargedMin, uncharged } = await world.call('expertise:preview-work', of.work(id, ...span, more));
      return [chargedMin, uncharged];
    };
    expect(await charged({ assignment: 'rapidAction', ticketId: p1.id })).toEqual([0, 'rapidAction']);
    expect(await charged({ assignment: 'rapidAction', ticketId: p2.id })).toEqual([30, null]);
    expect(await charged({ assignment: 'diagnosis', isCustomerFault: false })).toEqual([0, 'serviceFault']);
    expect(await charged({ assignment: 'diagnosis', isCustomerFault: true })).toEqual([30, null]);
    const other = await of.customer('Other', 'silver');
    expect(await logged(other, ...span, { ticketId: p1.id })).toBe('work/other-customer');
    const { ledger } = await of.log(id, ...span, { assignment: 'rapidAction', ticketId: p1.id });
    expect(ledger.work).toMatchObject([{ workedMin: 20, chargedMin: 0, ticket: { reference: p1.reference } }]);
    expect(ledger.months.at(-1)).toMatchObject({ workedMin: 20, chargedMin: 0 });
  });

  it('points out the other work of the expert at the same time, untimed work aside', async () => {
    const one = await of.customer('One', 'silver');
    const two = await of.customer('Two', 'silver');
    await of.log(one, '2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z');
    const overlaps = async (start: string, end: string, more = {}) =>
      (await world.call('expertise:preview-work', of.work(two, start, end, more))).overlaps.map(
        ({ customer }) => customer,
      );
    expect(await overlaps('2026-11-20T10:59:00Z', '2026-11-20T11:30:00Z')).toEqual(['One']);
    expect(await overlaps('2026-11-20T11:00:00Z', '2026-11-20T11:30:00Z')).toEqual([]);
    expect(await overlaps('2026-11-20T10:00:00Z', '2026-11-20T11:30:00Z', { isTimed: false })).toEqual([]);
    world.become({ name: 'Noa' });
    expect(await overlaps('2026-11-20T10:59:00Z', '2026-11-20T11:30:00Z')).toEqual([]);
  });

  it('an entry of before, typed later, is served first, and tells what it pushes into overage', async () => {
    const id = await of.customer('Nordlys', 'silver');
    await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T11:15:00Z');
    const preview = await world.call(
      'expertise:preview-work',
      of.work(id, '2026-11-18T10:00:00Z', '2026-11-18T11:00:00Z'),
    );
    expect(preview).toMatchObject({ coveredMin: 60, overageMin: 0, pushedMin: 15 });
    const { ledger } = await of.log(id, '2026-11-18T10:00:00Z', '2026-11-18T11:00:00Z');
    expect(ledger.work.map(({ overageMin, overageState }) => [overageMin, overageState])).toEqual([
      [0, 'none'],
      [15, 'pending'],
    ]);
  });

  it('taking back undoes exactly, once, with author and reason, and stays in sight', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const before = await of.ledger(id);
    const { workId } = await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T11:15:00Z');
    const reverse = { customerId: id, workId, reason: 'wrong customer' };
    world.become({ name: 'Noa' });
    expect(codeOf(await world.reply('expertise:reverse-work', reverse))).toBe('work/other-expert');
    world.become({ name: 'Eva' });
    const after = await world.call('expertise:reverse-work', reverse);
    expect(after.lots).toEqual(before.lots);
    expect(after.months).toEqual(before.months);
    expect(after.work).toMatchObject([{ id: workId, reversed: { by: 'Eva', reason: 'wrong customer' } }]);
    expect(codeOf(await world.reply('expertise:reverse-work', reverse))).toBe('work/reversed');
  });
});

describe('what no lot covers', () => {
  it('needs a reason, then a lead; it is never silent', async () => {
    const id = await of.customer('France', 'standard');
    const span = ['2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z'] as const;
    expect(await logged(id, ...span)).toBe('work/overage-reason');
    const { workId } = await of.log(id, ...span, { overageReason: 'migration tonight' });
    expect(await world.call('expertise:list-pending', {})).toMatchObject([
      { customer: 'France', entry: { id: workId, overageMin: 30, overageReason: 'migration tonight' } },
    ]);
    const decide = { customerId: id, workId, isApproved: true, minutes: 30, reason: 'agreed with sales' };
    expect(codeOf(await world.reply('expertise:decide-overage', decide))).toBe('access/role');
    world.become({ name: 'Lea', role: 'lead' });
    // Nobody approves what he did not see.
    expect(codeOf(await world.reply('expertise:decide-overage', { ...decide, minutes: 15 }))).toBe(
      'work/overage-changed',
    );
    const { work } = await world.call('expertise:decide-overage', decide);
    expect(work).toMatchObject([
      { overageState: 'approved', decision: { by: 'Lea', minutes: 30, reason: 'agreed with sales' } },
    ]);
    expect(await world.call('expertise:list-pending', {})).toEqual([]);
    const declined = await world.call('expertise:decide-overage', { ...decide, isApproved: false });
    expect(declined.work[0]?.overageState).toBe('declined');
  });

  it('an approval is for so many minutes: more waits again', async () => {
    const id = await of.customer('Nordlys', 'silver');
    world.become({ name: 'Lea', role: 'lead' });
    const { ledger } = await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T12:30:00Z', { overageReason: 'agreed' });
    expect(ledger.work).toMatchObject([{ overageMin: 30, overageState: 'approved', decision: { by: 'Lea' } }]);
    const earlier = await of.log(id, '2026-11-19T10:00:00Z', '2026-11-19T10:15:00Z');
    expect(earlier.ledger.work.at(-1)).toMatchObject({ overageMin: 45, overageState: 'pending' });
  });

  it('a pack pays for it afterwards, and there is nothing left to decide', async () => {
    const id = await of.customer('France', 'standard');
    const { workId } = await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z', { overageReason: 'urgent' });
    world.become({ name: 'Lea', role: 'lead' });
    const { work, lots, entitlement } = await of.pack(id, 300, '2026-11-20T00:00:00Z', '2027-11-20T00:00:00Z');
    expect(work).toMatchObject([{ overageState: 'none', coveredMin: 30 }]);
    expect(lots).toMatchObject([{ kind: 'pack', usedMin: 30, leftMin: 270 }]);
    expect(entitlement).toMatchObject({ isEntitled: true, reason: 'pack', endsAtMs: instant('2027-11-20T00:00:00Z') });
    const decide = { customerId: id, workId, isApproved: true, minutes: 30, reason: 'x' };
    expect(codeOf(await world.reply('expertise:decide-overage', decide))).toBe('work/no-overage');
  });

  it('goodwill and adjustments are a lead’s, with a reason; no lot goes below what was used', async () => {
    const id = await of.customer('Nordlys', 'silver');
    await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z');
    const adjust = { customerId: id, lotId: 'monthly:2026-11', minutes: -61, reason: 'late' };
    expect(codeOf(await world.reply('expertise:adjust-lot', adjust))).toBe('access/role');
    world.become({ name: 'Lea', role: 'lead' });
    expect(codeOf(await world.reply('expertise:adjust-lot', adjust))).toBe('lot/below-used');
    const { lots } = await world.call('expertise:adjust-lot', { ...adjust, minutes: 30 });
    expect(lots.at(-1)).toMatchObject({
      minutes: 150,
      leftMin: 90,
      adjustments: [{ minutes: 30, reason: 'late', by: 'Lea' }],
    });
    const gift = {
      customerId: id,
      minutes: 60,
      fromMs: instant('2026-11-23T00:00:00Z'),
      untilMs: null,
      reason: 'sorry',
    };
    expect((await world.call('expertise:grant-goodwill', gift)).entitlement).toMatchObject({ leftMin: 150 });
    const backwards = { ...gift, untilMs: instant('2026-11-01T00:00:00Z') };
    expect(codeOf(await world.reply('expertise:grant-goodwill', backwards))).toBe('lot/ends-before-start');
    expect(codeOf(await world.reply('expertise:adjust-lot', { ...adjust, lotId: 'nothing' }))).toBe('lot/unknown');
  });
});

describe('closed months', () => {
  it('nothing that would change them is recorded until a lead reopens them, with a reason', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const { workId } = await of.log(id, '2026-10-20T10:00:00Z', '2026-10-20T10:30:00Z');
    const closed = { month: month('2026-10') };
    expect(codeOf(await world.reply('expertise:close-month', closed))).toBe('access/role');
    world.become({ name: 'Lea', role: 'lead' });
    expect(codeOf(await world.reply('expertise:close-month', { month: month('2026-11') }))).toBe('ledger/month-runs');
    expect(await world.call('expertise:close-month', closed)).toEqual({ closedThrough: month('2026-10') });
    const late = ['2026-10-21T10:00:00Z', '2026-10-21T10:30:00Z'] as const;
    expect(await logged(id, ...late)).toBe('ledger/month-closed');
    expect((await world.call('expertise:preview-work', of.work(id, ...late))).refusal?.code).toBe(
      'ledger/month-closed',
    );
    const reverse = { customerId: id, workId, reason: 'wrong' };
    expect(codeOf(await world.reply('expertise:reverse-work', reverse))).toBe('ledger/month-closed');
    const gift = {
      customerId: id,
      minutes: 60,
      fromMs: instant('2026-10-01T00:00:00Z'),
      untilMs: instant('2026-10-15T00:00:00Z'),
    };
    expect(codeOf(await world.reply('expertise:grant-goodwill', { ...gift, reason: 'x' }))).toBe('ledger/month-closed');
    expect(codeOf(await world.reply('customer:save', { id, note: 'no hours come from this' }))).toBe('ok');
    expect(await logged(id, '2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z')).toBe('ok');
    expect((await of.ledger(id)).work).toHaveLength(2);
    expect(await world.call('expertise:reopen-month', { ...closed, reason: 'an entry was forgotten' })).toEqual({
      closedThrough: month('2026-09'),
    });
    expect(await logged(id, ...late)).toBe('ok');
    expect(codeOf(await world.reply('expertise:reopen-month', { ...closed, reason: 'x' }))).toBe('ledger/not-closed');
  });
});

describe('what a month leaves to the next', () => {
  const carrying = async (from: string): Promise<void> => {
    const { shippedJson } = await world.call('policy:list', {});
    const expertise = { stepMin: 15, isRapidActionCharged: false, isCustomerFaultCharged: true, carryOverMaxMin: 60 };
    const policyJson = JSON.stringify({ ...JSON.parse(shippedJson), expertise });
    await world.call('policy:save', { fromMs: instant(from), policyJson, note: null });
  };

  it('is that of the rules at the end of the month: months before them stay as they were', async () => {
    const id = await of.customer('Nordlys', 'silver');
    world.become({ name: 'Lea', role: 'lead' });
    const before = (await of.ledger(id)).months;
    await carrying('2026-11-23T09:00:00Z');
    expect((await of.ledger(id)).months).toEqual(before);
    world.setNow('2026-12-02T09:00:00Z');
    const { lots, months } = await of.ledger(id);
    expect(lots.find(({ kind }) => kind === 'carried')).toMatchObject({ id: 'carried:2026-12', minutes: 60 });
    expect(months.find((one) => one.month === month('2026-11'))?.expiredMin).toBe(60);
  });

  it('pays before the hours of the month', async () => {
    const id = await of.customer('Nordlys', 'silver');
    world.become({ name: 'Lea', role: 'lead' });
    await carrying('2026-11-23T09:00:00Z');
    world.setNow('2026-12-02T09:00:00Z');
    const { ledger } = await of.log(id, '2026-12-01T09:00:00Z', '2026-12-01T10:30:00Z');
    expect(ledger.work.at(-1)?.parts[0]?.draws).toEqual([
      { lotId: 'carried:2026-12', minutes: 60 },
      { lotId: 'monthly:2026-12', minutes: 30 },
    ]);
  });

  it('work that is not charged stands in both months that it was done in', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const { ledger } = await of.log(id, '2026-10-31T22:30:00Z', '2026-10-31T23:30:00Z', {
      ...{ assignment: 'diagnosis', isCustomerFault: false },
    });
    expect(ledger.months.filter(({ workedMin }) => workedMin > 0).map(({ workedMin }) => workedMin)).toEqual([30, 30]);
  });
});

describe('what was consumed', () => {
  it('by month, customer, expert and kind; and how customers stand', async () => {
    const id = await of.customer('Nordlys', 'silver');
    await of.customer('Other', 'gold');
    world.become({ name: 'Lea', role: 'lead' });
    await of.pack(id, 300, '2026-01-01T00:00:00Z');
    await of.log(id, '2026-10-31T22:30:00Z', '2026-10-31T23:30:00Z');
    await of.log(id, '2026-11-02T10:00:00Z', '2026-11-02T12:00:00Z', { assignment: 'architecture' });
    const { rows, standings } = await world.call('expertise:get-consumption', {
      ...{ fromMonth: month('2026-10'), toMonth: month('2026-11'), customerId: null },
    });
    expect(rows.map((row) => [row.month - month('2026-10'), row.assignment, row.workedMin, row.chargedMin])).toEqual([
      [0, 'advice', 30, 30],
      [1, 'advice', 30, 30],
      [1, 'architecture', 120, 120],
    ]);
    expect(standings.find(({ customer }) => customer === 'Nordlys')).toMatchObject({
      ...{ grantedMin: 120, usedMin: 120, leftMin: 0, overageMin: 0, packLeftMin: 270 },
      // 30 minutes in 90 days: 270 last for 810 days.
      packEndsAtMs: instant('2026-11-23T09:00:00Z') + 810 * 86_400_000,
    });
    expect(standings.find(({ customer }) => customer === 'Other')).toMatchObject({ leftMin: 120, packEndsAtMs: null });
  });

  it('the rows kept for lists are what the log folds to', async () => {
    const id = await of.customer('Nordlys', 'silver');
    const { workId } = await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z');
    const kept = await of.log(id, '2026-11-21T10:00:00Z', '2026-11-21T10:30:00Z');
    await world.call('expertise:reverse-work', { customerId: id, workId, reason: 'x' });
    const rows = world.core.database.connection.prepare('SELECT work_id, expert, start_at_ms FROM work_entry').all();
    expect(rows).toEqual([{ work_id: kept.workId, expert: 'Eva', start_at_ms: instant('2026-11-21T10:00:00Z') }]);
  });
});
