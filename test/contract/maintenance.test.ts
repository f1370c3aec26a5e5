import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_MAINTENANCE } from '../../shared/maintenance/maintenance-rule.ts';
import { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
import { formatInstant } from '../../shared/time/instant.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
beforeEach(() => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  world.become({ name: 'Lea', role: 'lead' });
});
afterEach(() => world.close());

/** The window of Wednesday 2 December, 00:00 in Paris. */
const START = instant('2026-12-01T23:00:00Z');
const windows = async (more: object = {}, from = '2026-12-01T00:00:00Z', to = '2026-12-20T00:00:00Z') => {
  const span = { fromMs: instant(from), toMs: instant(to) };
  const rows = await world.call('maintenance:list-windows', { ...span, platform: null, customerId: null, ...more });
  return rows.map(({ platform, startMs, rule }) => `${formatInstant(startMs).slice(5, 16)} ${platform} ${rule}`);
};
const save = (order: object) =>
  world.reply('maintenance:save-exception', {
    ...{ platforms: ['NUP'], reason: 'urgent', customerId: null },
    ...order,
  } as never);
const moved = {
  kind: 'moved',
  ofStartMs: START,
  startMs: instant('2026-12-03T22:00:00Z'),
  endMs: instant('2026-12-04T02:00:00Z'),
};

describe('maintenance windows', () => {
  it('are the shipped ones, marked as to be confirmed, until a version of the policy has others', async () => {
    expect(await windows()).toEqual(
      [
        '12-01T23:00 NGP first-wednesday',
        '12-01T23:00 NUP first-wednesday',
        '12-15T23:00 NUP last-three-wednesdays',
        '12-15T23:00 NGP last-three-wednesdays',
      ].sort(),
    );
    const span = { fromMs: START, toMs: START + 1, platform: 'NUP', customerId: null } as const;
    expect(await world.call('maintenance:list-windows', span)).toMatchObject([
      { isScopeConfirmed: false, components: ['controlPlane', 'portal', 'api'], exception: null },
    ]);
    const [first] = DEFAULT_MAINTENANCE;
    const maintenance = [{ ...first, platforms: ['NGP'], startMin: 60, isScopeConfirmed: true, impact: 'API only' }];
    const policyJson = JSON.stringify({ ...DEFAULT_POLICY, maintenance });
    await world.call('policy:save', { fromMs: instant('2026-12-05T00:00:00Z'), policyJson, note: null });
    expect(await windows({}, '2026-12-01T00:00:00Z', '2027-01-10T00:00:00Z')).toEqual([
      '12-01T23:00 NGP first-wednesday',
      '12-01T23:00 NUP first-wednesday',
      '01-06T00:00 NGP first-wednesday',
    ]);
    const bad = { ...DEFAULT_POLICY, maintenance: [{ ...maintenance[0], zone: 'Europe/Nowhere' }] };
    const draft = { fromMs: instant('2026-12-06T00:00:00Z'), policyJson: JSON.stringify(bad), note: null };
    expect(codeOf(await world.reply('policy:save', draft))).toBe('policy/invalid');
  });

  it('are cancelled, moved and added, by a lead, until that is revoked', async () => {
    expect(codeOf(await save({ kind: 'cancelled', ofStartMs: START }))).toBe('ok');
    expect(world.heard).toContainEqual({ name: 'maintenance:changed', payload: {} });
    expect(await windows({ platform: 'NUP' })).toEqual(['12-15T23:00 NUP last-three-wednesdays']);
    expect(codeOf(await save({ kind: 'cancelled', ofStartMs: START }))).toBe('maintenance/no-window');
    expect(codeOf(await save({ kind: 'cancelled', ofStartMs: START + 1 }))).toBe('maintenance/no-window');
    const [listed] = await world.call('maintenance:list-exceptions', {});
    const id = listed?.id ?? 0;
    const [after] = await world.call('maintenance:revoke-exception', { id, reason: 'held after all' });
    expect(after).toMatchObject({ recordedBy: 'Lea', revoked: { by: 'Lea', reason: 'held after all' } });
    expect(codeOf(await world.reply('maintenance:revoke-exception', { id, reason: 'x' }))).toBe('maintenance/revoked');
    expect(codeOf(await world.reply('maintenance:revoke-exception', { id: 99, reason: 'x' }))).toBe(
      'maintenance/unknown',
    );
    expect(codeOf(await save(moved))).toBe('ok');
    const added = { kind: 'added', startMs: instant('2026-12-05T10:00:00Z'), endMs: instant('2026-12-05T11:00:00Z') };
    expect(codeOf(await save(added))).toBe('ok');
    expect(await windows({ platform: 'NUP' })).toEqual([
      '12-03T22:00 NUP first-wednesday',
      '12-05T10:00 NUP exception',
      '12-15T23:00 NUP last-three-wednesdays',
    ]);
    expect(await windows({ platform: 'NUP' }, '2026-12-01T22:00:00Z', '2026-12-02T12:00:00Z')).toEqual([]);
    expect(codeOf(await save({ ...added, endMs: added.startMs }))).toBe('maintenance/window');
    world.become({ role: 'expert' });
    expect(codeOf(await save(added))).toBe('access/role');
  });

  it('of one customer are seen with that customer alone', async () => {
    const customerId = await ledgerOf(world).customer('Nordlys', 'gold');
    expect(codeOf(await save({ ...moved, customerId }))).toBe('ok');
    expect((await windows({ platform: 'NUP' }))[0]).toBe('12-01T23:00 NUP first-wednesday');
    expect((await windows({ platform: 'NUP', customerId }))[0]).toBe('12-03T22:00 NUP first-wednesday');
    expect((await world.call('maintenance:list-exceptions', {}))[0]?.customer).toBe('Nordlys');
  });
});

describe('a ticket', () => {
  const opened = async (title: string, now: string, platform: 'NUP' | 'NGP' | null = null) => {
    world.setNow(now);
    const { id } = await deskOf(world).open({ title, platform });
    return (await world.call('ticket:get-detail', { id })).maintenance;
  };

  it('about the portal or the API tells the window in which it was opened', async () => {
    const within = '2026-12-02T01:00:00Z';
    for (const title of ['Portal is slow', 'Le portail est lent', 'API: 502', 'vCloud Director down', 'VCD login']) {
      expect([title, await opened(title, within)]).toEqual([title, expect.objectContaining({ startMs: START })]);
    }
    for (const title of ['VPN down', 'Rapid answer wanted', 'importer un portailleux']) {
      expect([title, await opened(title, within)]).toEqual([title, null]);
    }
    expect(await opened('Portal is slow', '2026-12-02T05:00:00Z')).toBeNull();
    await save({ kind: 'cancelled', ofStartMs: instant('2026-12-15T23:00:00Z') });
    expect(await opened('Portal is slow', '2026-12-16T01:00:00Z', 'NUP')).toBeNull();
    expect(await opened('Portal is slow', '2026-12-16T01:10:00Z', 'NGP')).toMatchObject({ platform: 'NGP' });
  });
});
