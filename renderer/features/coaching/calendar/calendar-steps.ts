import { getNowMs } from '../../../state/now-store.ts';
import { showDay, useCalendarStore } from './calendar-store.ts';
import { ledgerDay, stepDay } from './days.ts';
import { focusCalendar } from './focus.ts';

/** Goes to the view before or after. */
export const stepView = (step: 1 | -1): void => {
  const { view, day } = useCalendarStore.getState();
  showDay(stepDay(view, day ?? ledgerDay(getNowMs()), step));
};

export const goToToday = (): void => showDay(null);

/** The same by a key: the keys go on in the calendar. */
export const stepViewByKeys = (step: 1 | -1): void => {
  stepView(step);
  setTimeout(focusCalendar);
};
export const goToTodayByKeys = (): void => {
  goToToday();
  setTimeout(focusCalendar);
};

const press = (testId: string): void => {
  const element = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  element?.focus();
  element?.click();
};
export const askDate = (): void => press('calendar-date');
export const askWho = (): void => press('calendar-who');
