import { LEDGER_ZONE } from '../../../../shared/expertise/month.ts';
import { getNowMs } from '../../../state/now-store.ts';
import { showDay, useCalendarStore } from './calendar-store.ts';
import { dayOfDate, stepDay } from './days.ts';
import { focusCalendar } from './focus.ts';

const today = (): number =>
  dayOfDate(new Intl.DateTimeFormat('en-CA', { timeZone: LEDGER_ZONE }).format(getNowMs())) ?? 0;

/** Goes to the view before or after. */
export const stepView = (step: 1 | -1): void => {
  const { view, day } = useCalendarStore.getState();
  showDay(stepDay(view, day ?? today(), step));
  setTimeout(focusCalendar);
};

export const goToToday = (): void => {
  showDay(null);
  setTimeout(focusCalendar);
};

const press = (testId: string): void => {
  const element = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  element?.focus();
  element?.click();
};
export const askDate = (): void => press('calendar-date');
export const askWho = (): void => press('calendar-who');
