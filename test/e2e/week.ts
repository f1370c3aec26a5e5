import type { Locator, Page } from '@playwright/test';
import { frenchHolidays } from '../../shared/calendar/french-holidays.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { expect } from './app.ts';
import { ask } from './ask.ts';
import { becomeLead } from './hours.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Today in Paris, as UTC midnight. */
const today = Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now()));
const thisMonday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;

/** So many weeks on there is neither a sample nor, from Monday to Wednesday, a public holiday. */
const WEEKS_ON =
  [3, 4, 5, 6, 7].find((weeks) =>
    [0, 1, 2].every((weekday) => {
      const date = dateOf(thisMonday + (7 * weeks + weekday) * DAY);
      return !frenchHolidays(Number(date.slice(0, 4))).includes(date);
    }),
  ) ?? 3;

/** The instant of a wall time in Paris on a day of that week; 0 is Monday. */
export const paris = (weekday: number, hour: number, minute = 0): number => {
  const wall = thisMonday + (7 * WEEKS_ON + weekday) * DAY + hour * HOUR + minute * 60_000;
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });
  const offset = (Number(shown.format(wall)) - new Date(wall).getUTCHours() + 24) % 24;
  return wall - offset * HOUR;
};

export const customerId = async (page: Page, name = 'Nordlys Énergie'): Promise<number> => {
  const { rows } = await ask(page, 'customer:list', { text: name, tier: null });
  const [row] = rows;
  if (row === undefined) throw new Error(`no customer ${name}`);
  return row.id;
};

export const plan = async (page: Page, startMs: number, more: Partial<CallInput<'coaching:plan'>> = {}) =>
  (
    await ask(page, 'coaching:plan', {
      ...{ customerId: await customerId(page), askedId: null, assignment: 'advice', language: 'fr', attendees: [] },
      ...{ place: null, link: null, ticketId: null, objectives: null, checklist: null, note: null },
      ...{ expert: 'expert 01', startMs, endMs: startMs + HOUR, recurrence: null, skipsBlocked: false },
      ...{ acceptsWarnings: true, ...more },
    })
  ).page;

/** Hours enough for whatever a session is made: nothing warns. */
export const addHours = async (page: Page): Promise<void> => {
  await ask(page, 'expertise:add-pack', {
    ...{ customerId: await customerId(page), minutes: 6_000, fromMs: Date.now() - DAY, untilMs: null },
    ...{ order: 'PO-1', note: null },
  });
};

export const sessionNow = async (page: Page, id: string) => (await ask(page, 'coaching:get', { id })).row;

/** Goes to that week. */
export const goThere = async (page: Page): Promise<void> => {
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
  for (let week = 0; week < WEEKS_ON; week++) await page.keyboard.press('PageDown');
};

/** The calendar on that week. */
export const open = async (page: Page): Promise<void> => {
  await becomeLead(page);
  await page.getByTestId('coaching-button').press('Enter');
  await goThere(page);
};

export const block = (page: Page, id: string): Locator =>
  page.locator(`[data-testid="calendar-session"][data-session="${id}"]`);

export const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not drawn');
  return box;
};
