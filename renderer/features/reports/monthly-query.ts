import { queryOptions } from '@tanstack/react-query';
import type { Zone } from '../../../shared/calendar/zone.ts';
import { monthStartMs, type Month } from '../../../shared/expertise/month.ts';
import { statementOf } from '../../../shared/expertise/statement.ts';
import { statementOrder } from '../../../shared/expertise/statement-order.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { BreachedTicket, CustomerMonth, HeldSession } from '../../../shared/report/tell-customer-report.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { call } from '../../ipc/client.ts';
import { ALL_TICKETS } from '../../state/report-store.ts';
import { askReports } from './report-queries.ts';

export type Monthly = Omit<CustomerMonth, 'isSample'> & { readonly language: Language | null };

type Wanted = { readonly customerId: number | null; readonly month: Month; readonly zone: Zone; readonly rules: Rules };

const BREACHES = 'breaches.contractual';

/** All that a customer's monthly report says. */
const getMonth = async ({ customerId, month, zone, rules }: Wanted, signal: AbortSignal): Promise<Monthly> => {
  const id = customerId ?? 0;
  const span = { fromMs: monthStartMs(zone, month), toMs: monthStartMs(zone, month + 1) };
  const [customer, ledger, sessions] = await Promise.all([
    call('customer:get', { id }),
    call('expertise:get-ledger', { customerId: id }),
    call('coaching:list', { ...span, experts: null, customerId: id }),
  ]);
  const { name, language } = customer.row;
  const of = { ...span, filter: { ...ALL_TICKETS, customers: [name] }, asOfMs: null };
  const page = await askReports('report:get', { ...of, step: 'week', compare: true }, signal);
  const breached: BreachedTicket[] = [];
  const unlisted: { readonly cause: string; readonly count: number }[] = [];
  for (const { figure, by, key, n } of page.lines) {
    if (figure !== BREACHES || by !== 'cause' || key === null || n === 0) continue;
    const { rows, total } = await askReports('report:get-tickets', { ...of, figure, by, key, cases: 'all' }, signal);
    for (const { reference, title, priority } of rows) breached.push({ reference, title, priority, cause: key });
    if (total > rows.length) unlisted.push({ cause: key, count: total - rows.length });
  }
  const held = sessions.rows.flatMap(({ state, startMs, endMs, assignment, expert }): HeldSession[] =>
    state === 'done' && startMs !== null && endMs !== null && startMs >= span.fromMs
      ? [{ startMs, endMs, assignment, expert }]
      : [],
  );
  const hours = statementOf(statementOrder(ledger, customer, { fromMonth: month, toMonth: month }, rules, zone));
  return { customer: name, language, page, breached, unlisted, hours, sessions: held };
};

export const monthlyQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['report', 'monthly', wanted.customerId, wanted.month],
    queryFn: ({ signal }) => getMonth(wanted, signal),
    enabled: wanted.customerId !== null,
    gcTime: 60_000,
    retry: false,
  });
