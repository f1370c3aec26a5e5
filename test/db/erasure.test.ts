import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../electron/core/backup/check-database.ts';
import { NO_HOOKS, runSteps } from '../../electron/core/backup/steps.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { codeOf } from '../support/desk-calls.ts';
import { ADDRESS, MARK, PERSON, workOnMarked } from '../support/marked-customer.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const nextPath = tempPaths();
let path: string;
let world: World;
let ids: Awaited<ReturnType<typeof workOnMarked>>;

beforeEach(async () => {
  path = nextPath();
  world = createWorld({ path });
  ids = await workOnMarked(world);
});
afterEach(() => world.close());

const erase = (target: Parameters<typeof world.core.privacy.preview>[0]) =>
  world.call('privacy:erase', { target, reason: `asked for by ${PERSON}` });
const customer = () => ({ kind: 'customer', id: ids.id }) as const;

/** All figures that a contract reads. */
const figures = async (): Promise<unknown> => {
  const { connection } = world.core.database;
  const rows = connection
    .prepare(
      `SELECT ticket_id, source, reference, customer_id, category, priority, tier, state, level, group_name, assignee, owner, opened_at_ms, responded_at_ms,
         resolved_at_ms, closed_at_ms, reopen_count, updated_at_ms, resolution, first_response, queue_group, queue_key, at_risk_at_ms,
         breach_after_ms, next_event_at_ms, waiting_since_ms, escalated_at_ms, acknowledged FROM ticket ORDER BY ticket_id`,
    )
    .all();
  const ledger = world.core.book.ledger(world.core.book.load(ids.id));
  const report = await world.call('report:get', {
    ...{ fromMs: instant('2026-11-01T00:00:00Z'), toMs: instant('2026-12-01T00:00:00Z') },
    ...{ filter: EMPTY_FILTER, asOfMs: null, step: 'day', compare: false },
  });
  const { lots, months, work } = ledger;
  const numbersOnly = JSON.stringify({ lots, months, work, report }, (key, value: unknown) =>
    ['note', 'reason', 'decision'].includes(key) ? undefined : value,
  );
  return {
    rows,
    numbersOnly: numbersOnly
      .replaceAll(/wait Zqmark|\[…\]/g, 'reason')
      .replaceAll(/Zqmark Chandlery|Client #\d+/g, 'who'),
  };
};

const bytesHold = (text: string): boolean =>
  ['', '-wal'].some((suffix) => existsSync(path + suffix) && readFileSync(path + suffix).includes(text));

describe('a customer that is erased', () => {
  it('has the same clocks, reports and hours as before', async () => {
    const before = await figures();
    await erase(customer());
    expect(await figures()).toEqual(before);
  });

  it('is in no byte of the database', async () => {
    world.core.database.connection.pragma('wal_checkpoint(TRUNCATE)');
    expect(bytesHold(MARK)).toBe(true);
    expect((await erase(customer())).isPurged).toBe(true);
    for (const word of [MARK, MARK.toLowerCase(), ADDRESS, '12 34 56 78', 'qmarkson']) {
      expect([word, bytesHold(word)]).toEqual([word, false]);
    }
  });

  it('is folded again to what stands, the index of words too', async () => {
    await erase(customer());
    world.close();
    const check = checkDatabase(path, { nowMs: () => instant('2026-11-23T11:00:00Z') });
    expect((await runSteps(check, NO_HOOKS)).isSound).toBe(true);
    world = createWorld({ path });
  });

  it('tells when, by whom and why, and in its tickets too', async () => {
    const { pseudonym } = await erase(customer());
    const page = await world.call('customer:get', { id: ids.id });
    expect(page).toMatchObject({ row: { name: pseudonym }, site: '[…]', contacts: [] });
    expect(page.erasures).toMatchObject([{ scope: 'customer', by: 'Lea', reason: 'asked for by […]' }]);
    const { events, row } = await world.call('ticket:get-detail', { id: ids.ticket });
    expect(row).toMatchObject({ title: '[…]', customer: pseudonym, state: 'resolved', tags: [] });
    expect(events.at(-1)).toMatchObject({ kind: 'erased', actor: 'Lea', payload: { isWhole: true } });
    const elsewhere = await world.call('ticket:get-detail', { id: ids.elsewhere });
    expect(elsewhere.row).toMatchObject({ title: 'As […] said', customer: 'Nordlys' });
    expect(JSON.stringify(elsewhere.events)).toContain('Write to […], or call +[…].');
  });

  it('was counted before, and twice is once', async () => {
    const preview = await world.call('privacy:preview', { target: customer() });
    expect(preview).toMatchObject({
      customers: 1,
      contacts: 1,
      tickets: 2,
      mentions: 1,
      sessions: 1,
      others: 1,
      kept: 1,
    });
    const { redacted } = await erase(customer());
    expect(redacted).toBe(preview.events + preview.others);
    expect((await erase(customer())).redacted).toBe(0);
  });

  it('is a lead’s to erase', async () => {
    world.become({ role: 'agent' });
    expect(codeOf(await world.reply('privacy:erase', { target: customer(), reason: 'x' }))).toBe('access/role');
  });
});

describe('a person who is erased', () => {
  it('is named nowhere, and the customer stays as it is', async () => {
    const { contacts } = await world.call('customer:get', { id: ids.id });
    await erase({ kind: 'contact', id: ids.id, contactId: contacts[0]?.contactId ?? '' });
    for (const word of [PERSON, 'qmarkson', '12 34 56 78']) expect([word, bytesHold(word)]).toEqual([word, false]);
    const page = await world.call('customer:get', { id: ids.id });
    expect(page).toMatchObject({ row: { name: `${MARK} Chandlery` }, site: `site ${MARK}`, contacts: [] });
    const own = await world.call('ticket:get-detail', { id: ids.ticket });
    expect(own.row).toMatchObject({ title: '[…]', customer: `${MARK} Chandlery` });
  });

  it('is found by a name alone, and one word is too little', async () => {
    const found = await world.call('privacy:preview', { target: { kind: 'person', text: ADDRESS.toUpperCase() } });
    expect(found).toMatchObject({ contacts: 1, tickets: 1, mentions: 1 });
    const codes = ['Maud', 'Nobody Known'].map((text) =>
      world.reply('privacy:preview', { target: { kind: 'person', text } }),
    );
    expect((await Promise.all(codes)).map(codeOf)).toEqual(['privacy/too-short', 'privacy/nothing']);
  });
});

describe('the log', () => {
  const update =
    (sql: string): (() => unknown) =>
    () =>
      world.core.database.connection.exec(sql);
  const permit = `INSERT INTO redaction_permit (log, row_id, erasure_seq) SELECT 'event', 3, max(seq) FROM event WHERE subject = 'customer' AND kind = 'erased'`;

  it('is changed by nothing but an erasure, which only takes texts away, once', async () => {
    expect(update(`UPDATE event SET payload = '{}' WHERE seq = 3`)).toThrow('append-only');
    expect(update(`INSERT INTO redaction_permit VALUES ('event', 3, 1)`)).toThrow('only an erasure');
    await erase(customer());
    expect(update(`UPDATE event SET payload = json_set(payload, '$.x', '[…]') WHERE seq = 3`)).toThrow('append-only');
    world.core.database.connection.exec(permit);
    for (const change of [
      `payload = json_set(payload, '$.x', 'a text')`,
      `payload = json_set(payload, '$.x', 5)`,
      `occurred_at_ms = 5`,
      `actor = 'x'`,
    ]) {
      expect(update(`UPDATE event SET ${change} WHERE seq = 3`)).toThrow('append-only');
    }
    const one = `UPDATE event SET payload = json_set(payload, '$.facts', '[…]') WHERE seq = 3`;
    update(one)();
    expect(update(one)).toThrow('append-only');
    expect(update(`DELETE FROM event WHERE seq = 3`)).toThrow('append-only');
  });
});
