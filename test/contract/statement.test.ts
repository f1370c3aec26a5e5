import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../electron/core/cli/messages.ts';
import { compileZone } from '../../shared/calendar/compile-zone.ts';
import { LEDGER_ZONE, parseMonth } from '../../shared/expertise/month.ts';
import { statementOf } from '../../shared/expertise/statement.ts';
import { statementCsv } from '../../shared/expertise/statement-csv.ts';
import { movePeriod, monthsOf, statementOrder, usualPeriod } from '../../shared/expertise/statement-order.ts';
import { statementWords } from '../../shared/expertise/statement-words.ts';
import { tellStatement } from '../../shared/expertise/tell-statement.ts';
import { compilePolicy } from '../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
import { createLedgerWorld } from '../support/ledger-world.ts';

const zone = compileZone(LEDGER_ZONE);
const rules = compilePolicy(DEFAULT_POLICY);
const monthOf = (text: string): number => parseMonth(text) ?? 0;

const OCTOBER = monthOf('2026-10');
const NOVEMBER = monthOf('2026-11');

/** A pack, work within and beyond the months, a cut at the month's end, and an entry that was taken back. */
const filled = async () => {
  const made = await createLedgerWorld();
  const { world, customerId, log, pack } = made;
  await pack(60, '2026-11-10T09:00:00Z', '2026-12-31T23:00:00Z', 'PO-1');
  await log({ start: '2026-10-07T08:00:00Z', end: '2026-10-07T09:10:00Z', note: 'sizing' });
  await log({ start: '2026-10-31T22:30:00Z', end: '2026-10-31T23:30:00Z', assignment: 'report' });
  const wrong = await log({ start: '2026-11-03T09:00:00Z', end: '2026-11-03T10:00:00Z' });
  await world.call('expertise:reverse-work', { customerId, workId: wrong, reason: 'typed twice' });
  await log({ start: '2026-11-12T09:00:00Z', end: '2026-11-12T12:00:00Z', overageReason: 'go-live' });
  return made;
};

const drawUp = async (fromMonth: number, toMonth: number, made: Awaited<ReturnType<typeof filled>>) => {
  const [ledger, customer] = await Promise.all([made.ledger(), made.customer()]);
  return statementOf(statementOrder(ledger, customer, { fromMonth, toMonth }, rules, zone));
};

describe('a statement of expertise hours', () => {
  it('has the figures of the ledger', async () => {
    const made = await filled();
    const statement = await drawUp(OCTOBER, NOVEMBER, made);
    const { months } = await made.ledger();
    expect(statement.months).toEqual(months.filter(({ month }) => month >= OCTOBER && month <= NOVEMBER));
    expect(statement.total).toEqual({
      ...{ grantedMin: 300, workedMin: 310, chargedMin: 315, coveredMin: 315 - 30, overageMin: 30, expiredMin: 15 },
    });
    expect(statement.takenBackCount).toBe(1);
    expect(statement.isOver).toBe(true);
    made.world.close();
  });

  it('cuts what goes over the end of the period, and says what was used before', async () => {
    const made = await filled();
    const { entries, lots } = await drawUp(NOVEMBER, NOVEMBER, made);
    expect(entries.map(({ workedMin, chargedMin, overageMin }) => [workedMin, chargedMin, overageMin])).toEqual([
      [30, 30, 0],
      [180, 180, 30],
    ]);
    expect(
      lots.map(({ kind, minutes, usedBeforeMin, usedMin, expiredMin, leftMin }) => [
        kind,
        minutes,
        usedBeforeMin,
        usedMin,
        expiredMin,
        leftMin,
      ]),
    ).toEqual([
      ['monthly', 120, 0, 120, 0, 0],
      ['pack', 60, 0, 60, 0, 0],
    ]);
    const october = await drawUp(OCTOBER, OCTOBER, made);
    expect(october.lots).toMatchObject([{ kind: 'monthly', usedMin: 105, expiredMin: 15, leftMin: 0 }]);
    made.world.close();
  });

  it('accounts for every minute of every lot', async () => {
    const made = await filled();
    for (const [from, to] of [
      [OCTOBER, OCTOBER],
      [OCTOBER, NOVEMBER],
      [NOVEMBER, NOVEMBER + 1],
    ] as const) {
      for (const lot of (await drawUp(from, to, made)).lots) {
        expect(lot.usedBeforeMin + lot.usedMin + lot.expiredMin + lot.carriedMin + lot.leftMin, lot.id).toBe(
          lot.minutes,
        );
      }
    }
    made.world.close();
  });

  it('says what it cannot say yet', async () => {
    const made = await filled();
    const present = await drawUp(NOVEMBER, NOVEMBER + 1, made);
    expect([present.isOver, present.isClosed]).toEqual([false, false]);
    await made.world.call('expertise:close-month', { month: NOVEMBER });
    expect((await drawUp(OCTOBER, NOVEMBER, made)).isClosed).toBe(true);
    made.world.close();
  });

  it('labels what the offer states and what is ours', async () => {
    const made = await filled();
    const { rules: told } = await drawUp(OCTOBER, NOVEMBER, made);
    expect(told.map(({ id, origin }) => `${id} ${origin}`)).toEqual([
      'monthly contractual',
      'months default',
      'expires default',
      'order default',
      'rounded default',
      'rapidFree default',
      'faultCharged default',
      'overage default',
    ]);
    made.world.close();
  });

  it('is told in French with notes only where they are wanted', async () => {
    const made = await filled();
    const statement = await drawUp(OCTOBER, OCTOBER, made);
    const words = statementWords('fr', messagesOf('fr'));
    const csv = (hasNotes: boolean) => statementCsv(tellStatement(statement, words, { hasNotes, isSample: true }));
    expect(csv(false)).not.toContain('sizing');
    expect(csv(true)).toContain('Conseil quotidien · sizing');
    expect(csv(false).split('\r\n').slice(0, 22)).toEqual([
      '\uFEFFRelevé des heures d’expertise',
      'Client;Clinique du Lac',
      'Période;octobre 2026',
      'Niveau;SILVER',
      'Décompté;1\u00a0h\u00a045',
      'Dépassement;0\u00a0min',
      'Établi le;2 déc. 2026 10:00',
      'Données d’exemple\u00a0: ce client et ces heures sont inventés.',
      'La période n’est pas encore close\u00a0: des corrections peuvent encore la modifier.',
      '',
      'Mois',
      'Mois;Accordé (h);Travaillé (min);Décompté (h);Couvert (h);Dépassement (h);Expiré (h)',
      'octobre 2026;2;100;1,75;1,75;0;0,25',
      'Total;2;100;1,75;1,75;0;0,25',
      '',
      'Lots',
      'Lot;Valable du;Valable au;Accordé (h);Utilisé avant (h);Utilisé sur la période (h);Expiré (h);Reste (h)',
      'Heures mensuelles (octobre 2026);1 oct. 2026;31 oct. 2026;2;0;1,75;0,25;0',
      '',
      'Interventions',
      'Date;Heure;Mission;Expert;Travaillé (min);Décompté (h);Payé par;Dépassement (h)',
      '7 oct. 2026;10:00–11:10;Conseil quotidien;Ada;70;1,25;Heures mensuelles (octobre 2026);0',
    ]);
    made.world.close();
  });
});

describe('the months to choose from', () => {
  it('are those of the ledger up to the present one, the last that is over as a rule', async () => {
    const made = await filled();
    const months = monthsOf(await made.ledger(), zone);
    expect(months[0]).toBe(monthOf('2025-01'));
    expect(months.at(-1)).toBe(NOVEMBER + 1);
    expect(usualPeriod(months)).toEqual({ fromMonth: NOVEMBER, toMonth: NOVEMBER });
    made.world.close();
  });

  it('never end before they begin', () => {
    const period = { fromMonth: 10, toMonth: 12 };
    expect(movePeriod(period, { fromMonth: 14 })).toEqual({ fromMonth: 14, toMonth: 14 });
    expect(movePeriod(period, { toMonth: 9 })).toEqual({ fromMonth: 9, toMonth: 9 });
    expect(movePeriod(period, { toMonth: 11 })).toEqual({ fromMonth: 10, toMonth: 11 });
  });
});
