import { compileCalendar as compile, type Calendar, type CalendarSpec } from '../../shared/calendar/calendar.ts';
import { compileZone } from '../../shared/calendar/compile-zone.ts';
import { frenchHolidays } from '../../shared/calendar/french-holidays.ts';

/** A calendar from its specification alone. */
export const compileCalendar = (spec: CalendarSpec): Calendar => compile(spec, compileZone(spec.zone));

const OFFICE = [[540, 1080]] as const;

/** The shipped working hours, written out by hand. */
export const OFFICE_SPEC: CalendarSpec = {
  zone: 'Europe/Paris',
  week: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE },
  closedDays: frenchHolidays,
};
