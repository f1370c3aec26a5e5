// The parts of the product that the bench measures without a window.
export { openCore } from '../../electron/core/core.ts';
export { silentLog } from '../../electron/core/log.ts';
export { createRouter } from '../../electron/core/router.ts';
export { warmUp } from '../../electron/core/warm-up.ts';
export { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
export { frenchHolidays } from '../../shared/calendar/french-holidays.ts';
export { instantAfter } from '../../shared/calendar/calendar.ts';
export { readClock } from '../../shared/sla/clock.ts';
export { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
export { compilePolicy } from '../../shared/sla/compile-policy.ts';
export { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
export { standingClocks } from '../../shared/sla/standing.ts';
export { toClockEvents } from '../../shared/ticket/ticket-event.ts';
export { DEFAULT_WATCH_RULES } from '../../shared/watch/watch-rules.ts';
