import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { coachingOf } from '../support/coaching-calls.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let of: ReturnType<typeof coachingOf>;
let ledger: ReturnType<typeof ledgerOf>;
let nordlys: number;
beforeEach(async () => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  of = coachingOf(world);
  ledger = ledgerOf(world);
  world.become({ name: 'Eva', role: 'expert' });
  nordlys = await ledger.customer('Nordlys', 'silver');
  await world.call('customer:save', { id: nordlys, platforms: ['NUP'] });
});
afterEach(() => world.close());

/** Tuesday, 10:00 to 11:00 in Paris. */
const TUESDAY = ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'] as const;
/** In the window of Wednesday 2 December. */
const WINDOW = ['2026-12-02T00:00:00Z', '2026-12-02T01:00:00Z'] as const;
const refusal = async (...args: Parameters<typeof of.session>) =>
  codeOf(await world.reply('coaching:plan', of.session(...args)));
const kinds = (conflicts: readonly { kind: string }[]) => conflicts.map(({ kind }) => kind);

describe('planning a session', () => {
  it('takes the templates of its kind in its language, blocks its expert’s time and is told', async () => {
    const page = await of.plan(nordlys, ...TUESDAY, { assignment: 'discovery', language: 'fr' });
    expect(page.row).toMatchObject({ customer: 'Nordlys', expert: 'Eva', state: 'planned', version: 1 });
    expect(page.objectives[0]).toBe('Se repérer dans le portail vCloud Director');
    expect(page.checklist.map(({ isDone }) => isDone)).toEqual([false, false, false]);
    expect(page.reportTemplates.fr.objectives).toContain('- Se repérer');
    expect(page.reportTemplates.en.objectives).toContain('- Find one’s way');
    expect(world.heard).toContainEqual({ name: 'customer:changed', payload: { customerIds: [nordlys] } });
    expect(world.heard).toContainEqual({ name: 'coaching:changed', payload: { experts: ['Eva'] } });
    expect(await of.list('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual({ rows: [page.row], total: 1 });
    expect((await of.list('2026-11-24T10:00:00Z', '2026-11-25T00:00:00Z')).rows).toEqual([]);
    expect((await of.list('2026-11-24T09:59:00Z', '2026-11-25T00:00:00Z', ['Noa'])).rows).toEqual([]);
    expect((await of.list('2026-11-24T09:59:00Z', '2026-11-25T00:00:00Z', null, nordlys)).total).toBe(1);
  });

  it('refuses what cannot be, and says why', async () => {
    expect(await refusal(nordlys, TUESDAY[1], TUESDAY[0])).toBe('coaching/ends-before-start');
    expect(await refusal(nordlys, '2026-11-24T09:00:01Z', TUESDAY[1])).toBe('coaching/not-whole-minutes');
    expect(await refusal(nordlys, TUESDAY[0], '2026-11-24T22:00:00Z')).toBe('coaching/too-long');
    expect(await refusal(nordlys, '2026-11-20T09:00:00Z', '2026-11-20T10:00:00Z')).toBe('coaching/past');
    expect(await refusal(nordlys, ...TUESDAY, { expert: 'Nobody' })).toBe('coaching/unknown-expert');
    expect(await refusal(999, ...TUESDAY)).toBe('customer/unknown');
    expect(await refusal(nordlys, ...TUESDAY, { ticketId: 77 })).toBe('ticket/unknown');
    world.become({ role: 'agent' });
    expect(await refusal(nordlys, ...TUESDAY)).toBe('access/role');
  });

  it('an expert is in one session at once, planned ones counted, and free again when it is called off', async () => {
    const other = await ledger.customer('Other', 'gold');
    const { row } = await of.plan(nordlys, ...TUESDAY);
    const reply = await world.reply('coaching:plan', of.session(other, '2026-11-24T09:30:00Z', '2026-11-24T10:30:00Z'));
    expect(reply).toMatchObject({ error: { code: 'coaching/double-booked', values: { customer: 'Nordlys' } } });
    expect(await refusal(other, TUESDAY[1], '2026-11-24T10:30:00Z')).toBe('ok');
    const off = { id: row.id, expectedVersion: null, scope: 'this', by: 'customer', reason: 'ill' } as const;
    const gone = await world.call('coaching:call-off', off);
    expect(gone.cancelled).toMatchObject({ by: 'customer', reason: 'ill', noticeMs: 24 * HOUR_MS });
    expect(codeOf(await world.reply('coaching:call-off', off))).toBe('coaching/state');
    expect(await refusal(other, '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z')).toBe('ok');
  });

  it('a discovery is refused while the portal may be down; others are warned', async () => {
    expect(await refusal(nordlys, ...WINDOW, { assignment: 'discovery' })).toBe('coaching/portal-down');
    expect(await refusal(nordlys, ...WINDOW, { acceptsWarnings: false })).toBe('coaching/not-accepted');
    const page = await of.plan(nordlys, ...WINDOW);
    expect(page.warnings).toEqual(['outsideHours', 'maintenance']);
    const unknown = await ledger.customer('Unknown', 'gold');
    const preview = await of.preview(of.session(unknown, ...WINDOW, { assignment: 'discovery', expert: 'Noa' }));
    expect(kinds(preview.occurrences[0]?.conflicts ?? [])).toEqual(['outsideHours', 'platformUnknown']);
    const change = of.change(page.row.id, { assignment: 'discovery' });
    expect(codeOf(await world.reply('coaching:change', change))).toBe('coaching/portal-down');
  });

  it('warns on holidays, when the customer is with another expert, and of absences refuses', async () => {
    await world.call('absence:save', {
      ...{ id: null, expert: 'Eva', fromMs: instant('2026-12-21T00:00:00Z'), untilMs: instant('2026-12-24T00:00:00Z') },
      reason: 'leave',
    });
    expect(await refusal(nordlys, '2026-12-22T09:00:00Z', '2026-12-22T10:00:00Z')).toBe('coaching/absent');
    await of.plan(nordlys, '2026-12-25T09:00:00Z', '2026-12-25T10:00:00Z');
    const { occurrences } = await of.preview(
      of.session(nordlys, '2026-12-25T09:30:00Z', '2026-12-25T10:30:00Z', { expert: 'Noa' }),
    );
    expect(kinds(occurrences[0]?.conflicts ?? [])).toEqual(['publicHoliday', 'customerBusy']);
  });

  it('hours are those of the month, with what is planned counted, and what a pack would change', async () => {
    await of.plan(nordlys, ...TUESDAY);
    const two = of.session(nordlys, '2026-11-25T09:00:00Z', '2026-11-25T10:40:00Z', { expert: 'Eva' });
    const { hours, occurrences } = await of.preview(two);
    expect(hours).toMatchObject({ neededMin: 105, leftMin: 60, plannedMin: 60, shortMin: 45 });
    expect(occurrences[0]?.conflicts).toEqual([
      { severity: 'warns', kind: 'hoursShort', neededMin: 105, leftMin: 60, plannedMin: 60, packMin: 45 },
    ]);
    world.become({ name: 'Lea', role: 'lead' });
    await ledger.pack(nordlys, 45, '2026-11-01T00:00:00Z');
    expect((await of.preview(two)).occurrences[0]?.conflicts).toEqual([]);
    const poor = await ledger.customer('Poor', 'standard');
    const { occurrences: none } = await of.preview(of.session(poor, '2026-11-26T09:00:00Z', '2026-11-26T10:00:00Z'));
    expect(none[0]?.conflicts).toMatchObject([{ kind: 'notEntitled', reason: 'none', packMin: 60 }]);
    await ledger.pack(poor, 60, '2026-11-01T00:00:00Z');
    const { isBlocked, ...after } = await of.preview(of.session(poor, '2026-11-26T09:00:00Z', '2026-11-26T10:00:00Z'));
    expect([isBlocked, after.occurrences[0]?.conflicts]).toEqual([false, []]);
  });
});

describe('the life of a session', () => {
  it('waits when it is asked for, by an agent too, until somebody plans it', async () => {
    world.become({ name: 'Ada', role: 'agent' });
    const asked = await world.call('coaching:ask', {
      ...{ customerId: nordlys, assignment: 'architecture', language: 'fr', expert: null, durationMin: 90 },
      ...{ fromMs: null, untilMs: null, attendees: [{ name: 'Ingrid', email: 'i@nordlys.example' }], ticketId: null },
      note: 'before the migration',
    });
    expect(asked).toMatchObject({ row: { state: 'asked', startMs: null }, wish: { by: 'Ada', durationMin: 90 } });
    expect(await world.call('coaching:list-asked', {})).toEqual([asked]);
    world.become({ name: 'Eva', role: 'expert' });
    const move = of.change(asked.row.id, { startMs: instant(TUESDAY[0]) });
    expect(codeOf(await world.reply('coaching:change', move))).toBe('coaching/not-planned');
    const planned = await of.plan(nordlys, ...TUESDAY, { askedId: asked.row.id, assignment: 'architecture' });
    expect(planned.row).toMatchObject({ id: asked.row.id, state: 'planned', version: 2 });
    expect(planned.wish?.by).toBe('Ada');
    expect(await world.call('coaching:list-asked', {})).toEqual([]);
    const later = ['2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z'] as const;
    expect(await refusal(nordlys, ...later, { askedId: asked.row.id })).toBe('coaching/planned-already');
  });

  it('is confirmed; another time needs to be confirmed again; words alone do not', async () => {
    const { row } = await of.plan(nordlys, ...TUESDAY);
    const confirm = { id: row.id, expectedVersion: 1, note: null };
    expect((await world.call('coaching:confirm', confirm)).row).toMatchObject({ state: 'confirmed', version: 2 });
    expect(codeOf(await world.reply('coaching:confirm', confirm))).toBe('coaching/changed');
    const again = await world.reply('coaching:confirm', { ...confirm, expectedVersion: 2 });
    expect(codeOf(again)).toBe('coaching/confirmed-already');
    const worded = await world.call('coaching:change', of.change(row.id, { place: 'Room 3', note: 'bring plans' }));
    expect(worded).toMatchObject({ row: { state: 'confirmed' }, place: 'Room 3' });
    const moved = await world.call('coaching:change', of.change(row.id, { startMs: instant('2026-11-24T13:00:00Z') }));
    expect(moved.row).toMatchObject({ state: 'planned', endMs: instant('2026-11-24T14:00:00Z') });
    const resized = await world.call('coaching:change', of.change(row.id, { endMs: instant('2026-11-24T13:30:00Z') }));
    expect(resized.row).toMatchObject({ startMs: instant('2026-11-24T13:00:00Z') });
  });

  it('done posts its work, links the two, and asks nothing of what the ledger refuses', async () => {
    const { row } = await of.plan(nordlys, '2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z');
    const work = of.work('2026-11-23T10:00:00Z', '2026-11-23T10:50:00Z');
    const finish = { id: row.id, expectedVersion: null, work };
    expect(codeOf(await world.reply('coaching:finish', finish))).toBe('coaching/not-begun');
    world.setNow('2026-11-23T11:30:00Z');
    const long = of.work('2026-11-23T08:00:00Z', '2026-11-23T11:00:00Z');
    expect(codeOf(await world.reply('coaching:finish', { ...finish, work: long }))).toBe('work/overage-reason');
    world.become({ name: 'Noa' });
    expect(codeOf(await world.reply('coaching:finish', finish))).toBe('work/other-expert');
    world.become({ name: 'Eva' });
    const done = await world.call('coaching:finish', finish);
    expect(done.row.state).toBe('done');
    const held = (await ledger.ledger(nordlys)).work;
    expect(held).toMatchObject([{ id: done.workId, sessionId: row.id, workedMin: 50, chargedMin: 60, expert: 'Eva' }]);
    expect(codeOf(await world.reply('coaching:finish', finish))).toBe('coaching/state');
    await world.call('expertise:reverse-work', { customerId: nordlys, workId: done.workId ?? '', reason: 'too short' });
    const again = await world.call('coaching:finish', finish);
    expect(again.workId).not.toBe(done.workId);
    expect((await world.call('coaching:get-path', { customerId: nordlys })).sessions).toMatchObject([
      { workedMin: 50, chargedMin: 60 },
    ]);
  });

  it('nothing of a session that closed months refuse is kept', async () => {
    const { row } = await of.plan(nordlys, '2026-11-23T09:30:00Z', '2026-11-23T10:30:00Z');
    world.become({ name: 'Lea', role: 'lead' });
    world.setNow('2026-12-01T09:00:00Z');
    await world.call('expertise:close-month', { month: 2026 * 12 + 10 });
    const work = of.work('2026-11-23T09:30:00Z', '2026-11-23T10:30:00Z');
    expect(codeOf(await world.reply('coaching:finish', { id: row.id, expectedVersion: null, work }))).toBe(
      'ledger/month-closed',
    );
    expect((await world.call('coaching:get', { id: row.id })).row.state).toBe('planned');
  });

  it('a no-show is said once it began; its time is free again', async () => {
    const { row } = await of.plan(nordlys, '2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z');
    const order = { id: row.id, expectedVersion: null, note: 'nobody came' };
    expect(codeOf(await world.reply('coaching:no-show', order))).toBe('coaching/not-begun');
    world.setNow('2026-11-23T10:20:00Z');
    expect(await world.call('coaching:no-show', order)).toMatchObject({
      row: { state: 'noShow' },
      noShowNote: 'nobody came',
    });
    expect(await refusal(nordlys, '2026-11-23T10:30:00Z', '2026-11-23T11:00:00Z')).toBe('ok');
  });

  it('keeps a report in each language, the last one of each', async () => {
    const { row } = await of.plan(nordlys, ...TUESDAY);
    const sections = { objectives: 'o', done: 'd', recommendations: 'r', nextSteps: 'n' };
    const sizing = [{ what: 'vm', name: 'db 1', present: '4', recommended: '8', why: 'CPU' }] as const;
    const save = (language: 'en' | 'fr', done: string) =>
      world.call('coaching:save-report', {
        ...{ id: row.id, expectedVersion: null, language, sections: { ...sections, done, sizing: [...sizing] } },
      });
    await save('en', 'first');
    await save('fr', 'un');
    const { reports } = await save('en', 'second');
    expect(reports.map(({ language, sections: { done } }) => [language, done])).toEqual([
      ['fr', 'un'],
      ['en', 'second'],
    ]);
    await world.call('coaching:call-off', {
      ...{ id: row.id, expectedVersion: null, scope: 'this' },
      by: 'desk',
      reason: 'x',
    });
    const late = {
      id: row.id,
      expectedVersion: null,
      language: 'en' as const,
      sections: { ...sections, sizing: [...sizing] },
    };
    expect(codeOf(await world.reply('coaching:save-report', late))).toBe('coaching/nothing-to-report');
  });

  it('is its customer’s after a merge, and blocks there', async () => {
    const twin = await ledger.customer('Nordlis', 'silver');
    const { row } = await of.plan(twin, ...TUESDAY);
    world.become({ name: 'Lea', role: 'lead' });
    await world.call('customer:merge', { id: twin, intoId: nordlys });
    const page = await world.call('coaching:get', { id: row.id });
    expect(page.row).toMatchObject({ customerId: nordlys, customer: 'Nordlys' });
    expect((await of.list('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', null, nordlys)).total).toBe(1);
    expect((await world.call('coaching:confirm', { id: row.id, expectedVersion: 1, note: null })).row.state).toBe(
      'confirmed',
    );
    expect((await world.call('coaching:get-path', { customerId: twin })).customer).toBe('Nordlys');
  });

  it('what happened to it stands in the audit, without lists that say nothing', async () => {
    world.become({ name: 'Ada', role: 'agent' });
    await deskOf(world).open();
    world.become({ name: 'Eva', role: 'expert' });
    await of.plan(nordlys, ...TUESDAY);
    const filter = { actor: '', ticket: '', kind: 'sessionPlanned', fromMs: null, toMs: null, isVoided: null };
    const { rows } = await world.call('audit:list', { filter, before: null, limit: 10 });
    expect(rows[0]).toMatchObject({ customer: 'Nordlys', actor: 'Eva' });
    expect(rows[0]?.changes.map(({ fact }) => fact)).not.toContain('checklist');
  });
});
