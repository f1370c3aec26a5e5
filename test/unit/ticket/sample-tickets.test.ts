import { describe, expect, it } from 'vitest';
import { seedTickets } from '../../../electron/core/sample/seed-tickets.ts';
import { sampleNotice } from '../../../electron/core/sample/sample-notice.ts';
import { sampleTickets } from '../../../electron/core/sample/sample-tickets.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { readClock, turnsOf } from '../../../shared/sla/clock.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY, SHIPPED_TIERS } from '../../../shared/sla/policy.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import { toClockEvents } from '../../../shared/ticket/ticket-event.ts';
import { isFinished } from '../../../shared/ticket/ticket.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';

const rules = compilePolicy(DEFAULT_POLICY);

/** What the queue would show of a ticket at an instant. */
const shown = (imported: ImportedTicket, nowMs: number) => {
  const ticket = foldTicket(imported.events, nowMs);
  if (ticket === null) throw new Error(`${imported.reference} is not open yet`);
  const clocks = standingClocks(ticket, toClockEvents(imported.events), rules, nowMs);
  if (clocks === null) throw new Error(`${imported.reference} has no opening`);
  const clock = readClock(clocks.resolution, rules, nowMs);
  const turns = turnsOf(clocks.resolution, rules);
  const isAtRisk = clock.state === 'running' && turns !== null && turns.atRiskAtMs <= nowMs;
  return {
    ...ticket,
    clock,
    isAtRisk,
    isOpen: !isFinished(ticket.state),
    response: readClock(clocks.firstResponse, rules, nowMs),
  };
};

const isInOrder = ({ events }: ImportedTicket): boolean =>
  events[0]?.kind === 'opened' && events.every(({ atMs }, i) => i === 0 || atMs >= (events[i - 1]?.atMs ?? 0));

describe('the sample tickets', () => {
  const monday = Date.parse('2026-03-23T00:00Z');
  const week = Array.from({ length: 24 }, (_, i) => monday + i * 7 * HOUR_MS + 12_345);

  it.each(week)('show every state at %i', (nowMs) => {
    const all = sampleTickets(nowMs).map((ticket) => shown(ticket, nowMs));
    const open = all.filter(({ isOpen }) => isOpen);
    const count = (test: (one: (typeof all)[number]) => boolean): number => open.filter(test).length;
    const isUrgent = (priority: string | null): boolean => priority === 'P1' || priority === 'P2';
    expect(open.length / all.length).toBeGreaterThan(0.6);
    expect(open.length / all.length).toBeLessThan(0.72);
    expect(count(({ clock, priority }) => clock.state === 'running' && isUrgent(priority))).toBeGreaterThanOrEqual(15);
    expect(count(({ isAtRisk, priority }) => isAtRisk && isUrgent(priority))).toBeGreaterThanOrEqual(3);
    expect(count(({ clock, priority }) => clock.state === 'breached' && isUrgent(priority))).toBeGreaterThanOrEqual(3);
    expect(count(({ clock }) => clock.state === 'paused')).toBeGreaterThanOrEqual(8);
    expect(count(({ clock }) => clock.state === 'bestEffort')).toBeGreaterThanOrEqual(10);
    expect(count(({ clock }) => clock.state === 'none')).toBeGreaterThanOrEqual(8);
    expect(count(({ isBeta }) => isBeta)).toBeGreaterThanOrEqual(2);
    expect(count(({ response }) => response.state === 'running')).toBeGreaterThanOrEqual(5);
    const soon = ({ clock }: (typeof all)[number]) =>
      (clock.remainingMs ?? 0) > 0 && (clock.remainingMs ?? 0) < HOUR_MS;
    expect(count((one) => one.clock.state === 'running' && soon(one))).toBeGreaterThanOrEqual(2);
  });

  it('are tidy: whole seconds, in order, unique, past, with readable titles', () => {
    const nowMs = monday + 1_789;
    const all = sampleTickets(nowMs);
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(all.length);
    expect(all.every(({ reference }) => /^CAV-\d{5}$/.test(reference))).toBe(true);
    expect(all.filter((ticket) => !isInOrder(ticket))).toEqual([]);
    const events = all.flatMap((ticket) => ticket.events);
    expect(events.filter(({ atMs }) => atMs % 1000 !== 0 || atMs > nowMs)).toEqual([]);
    const titles = all.map((ticket) => foldTicket(ticket.events)?.title ?? '');
    expect(titles.filter((title) => title.length > 90 || !/^["A-ZÀ-Ý]/.test(title) || /ph_/.test(title))).toEqual([]);
  });

  it('have customers of all tiers, one tier each, and both languages', () => {
    const all = sampleTickets(monday).map((ticket) => shown(ticket, monday));
    const tiers = new Map(all.map(({ customer, tier }) => [customer, tier]));
    expect(new Set(all.map(({ customer, tier }) => `${customer} ${tier}`)).size).toBe(tiers.size);
    expect(tiers.size).toBe(14);
    expect(new Set(tiers.values())).toEqual(new Set(SHIPPED_TIERS));
    const french = all.filter(({ language }) => language === 'fr').length;
    expect(french / all.length).toBeGreaterThan(0.28);
    expect(french / all.length).toBeLessThan(0.42);
  });

  it('say where they come from in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const notice = sampleNotice(language);
      for (const part of [
        '10.24432/C57S4H',
        '10.17632/btm76zndnt',
        'CC BY 4.0',
        'Apache-2.0',
        'Amaral',
        'Abdellatif',
      ]) {
        expect(notice).toContain(part);
      }
    }
  });
});

describe('the seeded tickets', () => {
  const options = { count: 2_000, seed: 7, nowMs: Date.parse('2026-03-23T10:00Z') };
  const tickets = [...seedTickets(options)];

  it('are the same for the same options, and others for another seed', () => {
    expect([...seedTickets(options)]).toEqual(tickets);
    expect([...seedTickets({ ...options, seed: 8, count: 1 })]).not.toEqual(tickets.slice(0, 1));
  });

  it('are tidy, a twentieth of them open', () => {
    expect(
      tickets.filter((ticket) => !isInOrder(ticket) || ticket.events.length < 3 || ticket.events.length > 12),
    ).toEqual([]);
    expect(tickets.filter(({ events }) => events.some(({ atMs }) => atMs > options.nowMs))).toEqual([]);
    const all = tickets.map((ticket) => shown(ticket, options.nowMs));
    expect(all.filter(({ isOpen }) => isOpen).length).toBe(100);
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(2_000);
    expect(new Set(all.map(({ customer }) => customer)).size).toBeGreaterThan(350);
    const oldestMs = Math.min(...all.map(({ openedAtMs }) => openedAtMs));
    expect((options.nowMs - oldestMs) / HOUR_MS).toBeLessThan(24 * 740);
  });

  it('are accepted as imports', () => {
    expect(tickets.every((ticket) => decideImport([], ticket).kind === 'accepted')).toBe(true);
  });
});
