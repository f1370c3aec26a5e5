import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { answerHoursCase, type HoursAnswer } from '../../../shared/expertise/hours-case.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';

const zone = compileZone(LEDGER_ZONE);

type Told = Record<string, unknown>;

const ask = (facts: Told): Exclude<HoursAnswer, { error: string }> => {
  const line = { id: 'a', asOf: '2026-12-31T12:00Z', stepMin: 1, tiers: [], packs: [], work: [], ...facts };
  const answer = answerHoursCase(JSON.stringify(line), zone);
  if ('error' in answer) throw new Error(answer.error);
  return answer;
};

const tier = (name: string, from: string): Told => ({ tier: name, from });
const work = (id: string, start: string, end: string): Told => ({ id, start, end });
const lotsOf = (answer: ReturnType<typeof ask>, kind: string) => answer.lots.filter((lot) => lot.kind === kind);
const lotFrom = (answer: ReturnType<typeof ask>, from: string) => answer.lots.find((lot) => lot.from === from);

const silver = [tier('silver', '2025-01-01T00:00+01:00')];
const april = [
  work('a', '2026-04-07T10:00+02:00', '2026-04-07T11:15+02:00'),
  work('b', '2026-04-29T10:00+02:00', '2026-04-29T11:00+02:00'),
];
const APRIL = '2026-03-31T22:00:00Z';
const MAY = '2026-04-30T22:00:00Z';

describe('the table worked by hand (hours/SPEC)', () => {
  it('1: what the month does not cover is overage', () => {
    const answer = ask({ tiers: silver, work: april });
    expect(answer.work).toMatchObject([{ covered: 75 }, { covered: 45, overage: 15 }]);
    expect(lotFrom(answer, APRIL)).toMatchObject({ used: 120, left: 0 });
  });

  it('2: a pack pays for it', () => {
    const packs = [{ minutes: 300, from: '2026-01-10T09:00Z', until: '2026-12-31T22:59Z' }];
    const answer = ask({ tiers: silver, work: april, packs });
    expect(answer.work).toMatchObject([{ overage: 0 }, { overage: 0 }]);
    expect(lotsOf(answer, 'pack')).toMatchObject([{ used: 15, left: 285 }]);
  });

  it('3: work over a month end is paid by both months', () => {
    const answer = ask({ tiers: silver, work: [work('a', '2026-04-30T23:30+02:00', '2026-05-01T00:30+02:00')] });
    expect([lotFrom(answer, APRIL)?.used, lotFrom(answer, MAY)?.used]).toEqual([30, 30]);
  });

  it('4: an hour that the clocks skip or repeat is counted as it was', () => {
    const spring = work('spring', '2026-03-29T01:49+01:00', '2026-03-29T03:15+02:00');
    const autumn = work('autumn', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00');
    expect(ask({ tiers: silver, work: [spring, autumn] }).work.map(({ worked }) => worked)).toEqual([26, 60]);
  });

  it('5: what was worked first is served first, whenever it was entered', () => {
    const late = work('1', '2026-04-22T10:00+02:00', '2026-04-22T11:10+02:00');
    const early = work('2', '2026-04-20T10:00+02:00', '2026-04-20T11:00+02:00');
    expect(ask({ tiers: silver, work: [late, early] }).work).toMatchObject([
      { covered: 60, overage: 10 },
      { covered: 60, overage: 0 },
    ]);
  });

  it('6: an upgrade in mid-month gives the whole of it', () => {
    const tiers = [tier('standard', '2025-01-01T00:00Z'), tier('silver', '2026-04-20T10:00+02:00')];
    expect(lotsOf(ask({ tiers, asOf: '2026-04-30T12:00Z' }), 'monthly')).toEqual([
      { kind: 'monthly', from: '2026-04-20T08:00:00Z', until: MAY, minutes: 120, used: 0, left: 120 },
    ]);
  });

  it('7: BRONZE has the month of its activation and the two after', () => {
    const lots = lotsOf(ask({ tiers: [tier('bronze', '2026-01-31T12:00+01:00')] }), 'monthly');
    expect(lots.map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-31T11:00:00Z', '2026-01-31T23:00:00Z'],
      ['2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z'],
      ['2026-02-28T23:00:00Z', APRIL],
    ]);
  });

  it('7: leaving and re-entering BRONZE does not restart it', () => {
    const tiers = [
      tier('bronze', '2026-01-03T12:00+01:00'),
      tier('standard', '2026-02-03T12:00+01:00'),
      tier('bronze', '2026-03-03T12:00+01:00'),
    ];
    expect(lotsOf(ask({ tiers }), 'monthly').map(({ from }) => from)).toEqual([
      '2026-01-03T11:00:00Z',
      '2026-01-31T23:00:00Z',
      '2026-03-03T11:00:00Z',
    ]);
  });

  it('8: never more than one lot a month', () => {
    const tiers = [tier('bronze', '2026-01-03T12:00+01:00'), tier('silver', '2026-02-10T12:00+01:00')];
    const lots = lotsOf(ask({ tiers, asOf: '2026-04-15T12:00Z' }), 'monthly');
    expect(lots.map(({ from, minutes }) => [from, minutes])).toEqual([
      ['2026-01-03T11:00:00Z', 120],
      ['2026-01-31T23:00:00Z', 120],
      ['2026-02-28T23:00:00Z', 120],
      [APRIL, 120],
    ]);
  });

  it('9: each entry is rounded up by itself', () => {
    const three = ['a', 'b', 'c'].map((id, i) => work(id, `2026-04-0${i + 1}T10:00Z`, `2026-04-0${i + 1}T10:10Z`));
    const answer = ask({ tiers: silver, stepMin: 15, work: three });
    expect(answer.work.map(({ worked, charged }) => [worked, charged])).toEqual([
      [10, 15],
      [10, 15],
      [10, 15],
    ]);
    expect(lotFrom(answer, APRIL)?.used).toBe(45);
  });

  it('10: STANDARD without a pack has overage only', () => {
    const answer = ask({ tiers: [tier('standard', '2025-01-01T00:00Z')], work: april });
    expect(answer.work).toMatchObject([{ overage: 75 }, { overage: 60 }]);
  });
});

describe('what is refused', () => {
  const refusal = (facts: Told): string => {
    const line = { id: 'a', asOf: '2026-12-31T12:00Z', tiers: [], packs: [], work: [], ...facts };
    const answer = answerHoursCase(JSON.stringify(line), zone);
    return 'error' in answer ? answer.error : '';
  };
  it.each([
    ['an end before the start', '2026-04-07T10:00Z', '2026-04-07T09:00Z', 'ends before it starts'],
    ['no minutes', '2026-04-07T10:00Z', '2026-04-07T10:00Z', 'no minutes'],
    ['seconds', '2026-04-07T10:00:30Z', '2026-04-07T10:15Z', 'whole minutes'],
    ['more than a day', '2026-04-07T10:00Z', '2026-04-09T10:00Z', 'more than 24 hours'],
  ])('%s', (_what, start, end, told) => {
    expect(refusal({ work: [work('w7', start, end)] })).toContain(`work w7: `);
    expect(refusal({ work: [work('w7', start, end)] })).toContain(told);
  });

  it('two entries of one id, and a history out of order', () => {
    expect(refusal({ work: [...april, ...april] })).toContain('work a: another entry has this id');
    expect(refusal({ tiers: [tier('gold', '2026-04-01T00:00Z'), tier('silver', '2026-03-01T00:00Z')] })).toContain(
      'tiers.1',
    );
  });

  it('a line that is no case', () => {
    expect(() => answerHoursCase('{', zone)).toThrow('not a JSON object');
    expect(() => answerHoursCase('{"id":"a","asOf":"today","tiers":[],"packs":[],"work":[]}', zone)).toThrow('asOf');
  });
});
