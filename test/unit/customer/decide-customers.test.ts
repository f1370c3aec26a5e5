import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { Customer } from '../../../shared/customer/customer.ts';
import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import type { CustomerLine } from '../../../shared/customer/customer-line.ts';
import { decideCustomers, type CustomerDecisions } from '../../../shared/customer/decide-customers.ts';
import { listedOf } from '../../../shared/customer/listed.ts';
import { foldCustomer } from '../../../shared/customer/fold-customer.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { instant } from '../../support/world.ts';

const zone = compileZone(LEDGER_ZONE);
const NOW_MS = instant('2026-11-23T09:00:00Z');
const MARCH = instant('2026-03-01T00:00:00Z');
const JUNE = instant('2026-06-01T00:00:00Z');
const NOVEMBER = instant('2026-11-10T00:00:00Z');

type Told = Partial<CustomerLine> & { readonly name: string };
type Known = Readonly<Record<string, readonly CustomerEvent[]>>;

const folded = (events: readonly CustomerEvent[]): Customer =>
  foldCustomer(
    events.map((event, index) => ({ ...event, id: `e${index}`, actor: 'ada', recordedAtMs: NOW_MS })),
    zone,
  );

const decide = (lines: readonly Told[], known: Known = {}): CustomerDecisions => {
  const names = Object.keys(known);
  let ids = 0;
  return decideCustomers(
    {
      find: (name) => {
        const events = known[name];
        if (events === undefined) return undefined;
        const id = names.indexOf(name) + 1;
        return { id, customer: folded(events), listed: listedOf(events), isDuplicate: false };
      },
      names,
    },
    lines.map((line, index) => ({
      ...{ file: 'list.csv', line: index + 2, tier: null, sinceMs: null, language: null, platforms: null },
      ...{ site: null, note: null, contact: null, ...line },
    })),
    { nowMs: NOW_MS, newId: () => `c${++ids}`, dateText: (ms) => formatInstant(ms).slice(0, 10) },
  );
};

/** All of them marked as told by a list, which is left out here. */
const eventsOf = ({ decisions }: CustomerDecisions): object[] =>
  decisions
    .flatMap(({ events }) => events)
    .map((event) => {
      expect(event).toMatchObject({ isListed: true });
      const { isListed: _isListed, ...rest } = { isListed: undefined, ...event };
      return rest;
    });

/** What a list leaves behind when it is taken. */
const taken = (decisions: CustomerDecisions, known: Known = {}): Known => ({
  ...known,
  ...Object.fromEntries(decisions.decisions.map(({ name, events }) => [name, [...(known[name] ?? []), ...events]])),
});

const contact = (more: object) => ({ name: 'Ada Martin', role: null, email: null, phone: null, ...more });

describe('a list of customers', () => {
  it('adds customers with their history, facts and contacts, and nothing the second time', () => {
    const lines: Told[] = [
      {
        name: 'Acme',
        tier: 'silver',
        sinceMs: JUNE,
        language: 'fr',
        platforms: ['NUP'],
        contact: contact({ role: 'referent' }),
      },
      { name: 'Acme', tier: 'bronze', sinceMs: MARCH, note: 'VIP' },
      { name: 'Acme', tier: 'silver', contact: contact({ name: 'Bo', email: 'bo@acme.example' }) },
      { name: 'Zeta', tier: 'standard' },
    ];
    const first = decide(lines);
    expect(first.errors).toEqual([]);
    expect(first.warnings).toEqual([]);
    expect(eventsOf(first)).toEqual([
      { kind: 'customerAdded', name: 'Acme', tier: 'bronze', sinceMs: MARCH },
      { kind: 'tierImported', tier: 'silver', atMs: JUNE },
      { kind: 'customerEdited', facts: { language: 'fr', platforms: ['NUP'], note: 'VIP' } },
      { kind: 'contactSaved', contact: { contactId: 'c1', ...contact({ role: 'referent' }), language: null } },
      {
        kind: 'contactSaved',
        contact: {
          contactId: 'c2',
          ...contact({ name: 'Bo', role: 'other', email: 'bo@acme.example' }),
          language: null,
        },
      },
      { kind: 'customerAdded', name: 'Zeta', tier: 'standard', sinceMs: null },
    ]);
    const known = taken(first);
    const again = decide(lines, known);
    expect(eventsOf(again)).toEqual([]);
    expect([again.errors, again.warnings]).toEqual([[], []]);
    expect(again.decisions.map(({ customerId }) => customerId)).toEqual([1, 2]);
  });

  it('takes neither of two tiers from one instant, and says what to do', () => {
    const { errors, decisions } = decide([
      { name: 'Acme', tier: 'silver', sinceMs: JUNE },
      { name: 'Acme', tier: 'gold', sinceMs: JUNE },
      { name: 'Zeta', tier: 'gold', sinceMs: JUNE },
    ]);
    expect(errors.map(({ line }) => line)).toEqual([2, 3]);
    expect(errors[0]?.reason).toContain('line 3 says gold');
    expect(decisions.map(({ name }) => name)).toEqual(['Zeta']);
  });

  it('dates a tier that was assumed, and replaces one that was assumed wrongly', () => {
    const assumed = { Acme: [{ kind: 'customerAdded', name: 'Acme', tier: 'standard', sinceMs: null }] } as const;
    for (const tier of ['standard', 'gold']) {
      const decided = decide([{ name: 'Acme', tier, sinceMs: JUNE }], assumed);
      expect(eventsOf(decided)).toEqual([{ kind: 'tierImported', tier, atMs: JUNE }]);
      const { tiers } = folded(taken(decided, assumed)['Acme'] ?? []);
      expect(tiers.map((one) => [one.tier, one.atMs, one.isAssumed])).toEqual([[tier, JUNE, false]]);
    }
    const later = decide([{ name: 'Acme', tier: 'gold', sinceMs: NOVEMBER }], assumed);
    const { tiers } = folded(taken(later, assumed)['Acme'] ?? []);
    expect(tiers.map(({ tier }) => tier)).toEqual(['standard', 'gold']);
  });

  it('does not contradict what is known of tiers', () => {
    const known = { Acme: [{ kind: 'customerAdded', name: 'Acme', tier: 'silver', sinceMs: MARCH }] } as const;
    expect(decide([{ name: 'Acme', tier: 'gold', sinceMs: MARCH }], known).errors[0]?.reason).toContain(
      'silver from that very instant',
    );
    expect(decide([{ name: 'Acme', tier: 'gold' }], known).errors[0]?.reason).toContain('without a date');
    const later = decide([{ name: 'Acme', tier: 'silver', sinceMs: JUNE }], known);
    expect(eventsOf(later)).toEqual([]);
    expect(later.warnings[0]?.reason).toContain('since 2026-03-01 already');
  });

  it('says that a new name reads like another, and keeps both', () => {
    const known = {
      'Société Générale': [{ kind: 'customerAdded', name: 'Société Générale', tier: 'gold', sinceMs: null }],
    } as const;
    const { decisions, warnings } = decide(
      [
        { name: 'SOCIETE GENERALE', tier: 'gold' },
        { name: 'Zeta Sud', tier: 'gold' },
        { name: 'zeta-sud', tier: 'gold' },
      ],
      known,
    );
    expect(decisions).toHaveLength(3);
    expect(warnings.map(({ line }) => line)).toEqual([2, 4]);
    expect(warnings[0]?.reason).toContain('reads like Société Générale');
  });

  it('needs a tier for a customer that it does not know, one at a time', () => {
    const { errors, decisions } = decide([
      { name: 'Acme', contact: contact({}) },
      { name: 'Zeta', tier: 'gold' },
      { name: 'Zeta', tier: 'silver' },
    ]);
    expect(errors.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(decisions).toEqual([]);
  });

  it('knows a contact by name or by mail, and changes what is told', () => {
    const first = decide([
      { name: 'Acme', tier: 'gold', contact: contact({ email: 'ada@acme.example', role: 'referent' }) },
    ]);
    const known = taken(first);
    const moved = decide(
      [
        { name: 'Acme', contact: contact({ phone: '+33 1' }) },
        { name: 'Acme', contact: contact({ name: 'A. Martin', email: 'ADA@acme.example' }) },
      ],
      known,
    );
    expect(eventsOf(moved)).toEqual([
      {
        kind: 'contactSaved',
        contact: {
          ...{ contactId: 'c1', name: 'A. Martin', role: 'referent', email: 'ADA@acme.example', phone: '+33 1' },
          language: null,
        },
      },
    ]);
  });
});
