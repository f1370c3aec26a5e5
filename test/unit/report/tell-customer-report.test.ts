import { describe, expect, it } from 'vitest';
import { statementWords } from '../../../shared/expertise/statement-words.ts';
import { tellCustomerReport, type CustomerMonth } from '../../../shared/report/tell-customer-report.ts';

const MONTH: CustomerMonth = {
  ...{ customer: 'Nordlys', sessions: [], isSample: false, breached: [], unlisted: [] },
  page: { ...{ fromMs: 0, toMs: 1, asOfMs: 2, step: 'week', before: null }, lines: [], points: [] },
  hours: {
    ...{ customer: 'Nordlys', tiers: [], fromMonth: 24_300, toMonth: 24_300, asOfMs: 2, isOver: true, isClosed: false },
    ...{ lots: [], entries: [], takenBackCount: 0, months: [], overage: [], rules: [] },
    total: { grantedMin: 0, workedMin: 0, chargedMin: 0, coveredMin: 0, overageMin: 0, expiredMin: 0 },
  },
};

const say = (id: string, values: Readonly<Record<string, string | number>> = {}): string =>
  [id, ...Object.values(values)].join(' ');

const breachesOf = (month: Partial<CustomerMonth>): readonly (readonly string[])[] | undefined => {
  const words = { say, has: () => true, number: String };
  const sheet = tellCustomerReport({ ...MONTH, ...month }, { words, dates: statementWords('en', say) });
  return sheet.tables.find(({ id }) => id === 'breaches')?.rows.map(({ cells }) => cells);
};

describe('the breaches of a month', () => {
  const breached = [{ reference: 'NO-1', title: 'Portal down', priority: 'P1', cause: 'noAnswer' }] as const;

  it('are told with their causes', () => {
    expect(breachesOf({ breached })).toEqual([['NO-1', 'Portal down', 'P1', 'reports.cause.noAnswer']]);
  });

  it('say how many of a cause are not listed', () => {
    const rows = breachesOf({ breached, unlisted: [{ cause: 'noAnswer', count: 12 }] });
    expect(rows?.at(-1)).toEqual(['–', 'reports.sheet.unlisted 12', '–', 'reports.cause.noAnswer']);
  });
});
