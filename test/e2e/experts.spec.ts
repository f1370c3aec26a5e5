import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { chooseFiles, expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { ask } from './ask.ts';
import { addCustomer, becomeLead, chooseTarget } from './hours.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EN = ['--language=en', '--theme=light'] as const;

const openExperts = async (page: Page): Promise<void> => {
  await page.getByTestId('settings-button').press('Enter');
  await page.getByTestId('policy-tab-experts').click();
  await expect(page.getByTestId('experts-place')).toBeVisible();
};

/** Noon UTC of a weekday, some weeks ahead: no window, no night, no clocks that change within the hour. */
const weekdayAhead = (weeks: number, weekday = 2): number => {
  const today = Math.floor(Date.now() / DAY) * DAY;
  const forward = (weekday - new Date(today).getUTCDay() + 7) % 7;
  return today + (forward + 7 * weeks) * DAY + 12 * HOUR;
};

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const icsTime = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '');

const plan = (page: Page, change: Partial<CallInput<'coaching:plan'>> & { readonly customerId: number }) =>
  ask(page, 'coaching:plan', {
    ...{ askedId: null, assignment: 'advice', language: 'en', attendees: [], place: null, link: null, ticketId: null },
    ...{ objectives: null, checklist: null, note: null, expert: 'Eva', recurrence: null },
    ...{ skipsBlocked: false, acceptsWarnings: true, startMs: 0, endMs: 0 },
    ...change,
  });

const event = (uid: string, startMs: number, more: readonly string[] = []): string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z'],
  ...[`DTSTART:${icsTime(startMs)}`, `DTEND:${icsTime(startMs + HOUR)}`],
  ...more,
  'END:VEVENT',
];
const calendar = (...events: readonly (readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');

test('a lead adds an expert, gives hours, tells an absence and sees the session that stands in it', async ({
  userData,
}) => {
  const { page, close } = await start({ userData, args: EN });
  await becomeLead(page);
  const nordlys = await addCustomer(page, 'Nordlys');
  await openExperts(page);
  await expect(page.getByText('No expert yet')).toBeVisible();
  await expectNoViolations(page, '.settings');
  await page.getByTestId('expert-add').press('Enter');
  await expect(page.getByText('Give a name.')).toBeVisible();
  await page.getByTestId('expert-name').fill('Eva');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('expert-Eva')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByTestId('week-1-0-open')).toHaveValue('09:00');
  await page.getByTestId('week-2-0-open').fill('14h');
  await page.getByTestId('week-2-0-close').fill('13:00');
  await expect(page.getByTestId('expert-save')).toBeDisabled();
  await page.getByTestId('week-2-0-close').fill('17:30');
  // What is not saved outlives a look elsewhere.
  await page.getByTestId('queue-button').press('Enter');
  await openExperts(page);
  await expect(page.getByTestId('expert-Eva')).toContainText('not saved');
  await expect(page.getByTestId('week-2-0-close')).toHaveValue('17:30');
  await page.getByTestId('expert-save').press('Enter');
  await expect(page.getByText('The hours of Eva are saved.')).toBeVisible();
  await expect(page.getByTestId('expert-Eva')).toBeFocused();
  const [eva] = await ask(page, 'expert:list', {});
  expect(eva).toMatchObject({ name: 'Eva', isActive: true, isSaved: true });
  expect(eva?.week['2']).toEqual([[840, 1050]]);
  expect(eva?.week['6']).toBeUndefined();

  const startMs = weekdayAhead(2);
  const { page: session } = await plan(page, { customerId: nordlys, startMs, endMs: startMs + HOUR });
  await page.getByTestId('absence-add').press('Enter');
  await expect(page.getByTestId('absence-from')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Not understood: try 24/12/2026', { exact: false })).toBeVisible();
  await page.getByTestId('absence-from').fill(dayText(startMs));
  await page.getByTestId('absence-until').fill(dayText(startMs - DAY));
  await page.getByTestId('absence-reason').fill('Training');
  await expect(page.getByText('It ends before it begins.')).toBeVisible();
  // Leaving the form loses nothing.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('absence-form')).toHaveCount(0);
  await page.getByTestId('absence-add').press('Enter');
  await expect(page.getByTestId('absence-reason')).toHaveValue('Training');
  await expect(page.getByTestId('absence-restored')).toBeVisible();
  await page.getByTestId('absence-until').fill(dayText(startMs + DAY));
  await expectNoViolations(page, '[role="dialog"]');
  await page.keyboard.press('Enter');
  const outcome = page.getByTestId('absence-outcome');
  await expect(outcome).toContainText('A booked session now stands in it:');
  await expect(outcome).toContainText('Nordlys');
  await expectNoViolations(page, '[role="dialog"]');
  const [absence] = await ask(page, 'absence:list', { fromMs: startMs, toMs: startMs + 1, expert: 'Eva' });
  const paris = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
  expect(paris.format(absence?.fromMs)).toBe(`${dayText(startMs)} 00:00`);
  expect(paris.format(absence?.untilMs)).toBe(`${dayText(startMs + 2 * DAY)} 00:00`);

  await outcome.getByRole('button', { name: 'Nordlys' }).press('Enter');
  await expect(page.getByTestId('coaching-button')).toHaveAttribute('aria-current', 'page');
  expect(session.row.expert).toBe('Eva');
  await openExperts(page);
  await expect(page.getByTestId('absence')).toContainText('Nordlys');
  await page.getByTestId('absence-edit').press('Enter');
  await expect(page.getByTestId('absence-until')).toHaveValue(dayText(startMs + DAY));
  await page.getByTestId('absence-from').fill(dayText(startMs + DAY));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('absence-form')).toHaveCount(0);
  await expect(page.getByTestId('absence')).not.toContainText('Nordlys');
  await page.getByTestId('absence-remove').press('Enter');
  await expect(page.getByTestId('absence')).toHaveCount(0);
  await expect(page.getByTestId('absence-add')).toBeFocused();
  await page.getByTestId('notice').last().getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('absence')).toContainText('Training');
  await close();
});

test('an expert changes only what is theirs, here and in the core', async ({ userData }) => {
  const { page, close } = await start({ userData, args: EN });
  await becomeLead(page);
  await ask(page, 'expert:save', { name: 'Max', week: { '1': [[540, 1080]] }, isActive: false });
  await ask(page, 'app:set-preferences', { me: { name: 'Eva', role: 'expert', level: 'L3' } });
  await openExperts(page);
  await expect(page.getByTestId('expert-Eva')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByTestId('expert-name')).toHaveCount(0);
  await page.getByTestId('week-5-add').press('Enter');
  await page.getByTestId('expert-save').press('Enter');
  await expect(page.getByText('The hours of Eva are saved.')).toBeVisible();
  await page.getByTestId('absence-add').press('Enter');
  await expect(page.getByTestId('expert-choice')).toBeDisabled();
  await expect(page.getByTestId('expert-choice')).toHaveValue('Eva');
  await page.keyboard.press('Escape');

  await page.getByTestId('expert-Max').press('Enter');
  await expect(page.getByTestId('expert-Max')).toContainText('inactive');
  await expect(page.getByTestId('expert-role')).toContainText('An expert changes only their own hours');
  await expect(page.getByTestId('expert-week').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByTestId('expert-save')).toHaveCount(0);
  await expect(page.getByTestId('absence-add')).toHaveCount(0);
  const mine = { name: 'Max', week: {}, isActive: true };
  await expect(ask(page, 'expert:save', mine)).rejects.toThrow('coaching/other-expert');
  await close();
});

test('busy times come from a calendar file and go to one; what is malformed is told', async ({ userData }) => {
  const console = await start({ userData, args: ['--language=fr', '--theme=dark', '--size=1366x768'] });
  const { app, page } = console;
  await becomeLead(page);
  const nordlys = await addCustomer(page, 'Nordlys');
  await ask(page, 'expert:save', { name: 'Eva', week: { '2': [[540, 1080]] }, isActive: true });
  const startMs = weekdayAhead(2);
  await plan(page, { customerId: nordlys, startMs, endMs: startMs + HOUR });
  const file = join(userData, 'occupé.ics');
  writeFileSync(file, 'no calendar at all');
  await chooseFiles(app, [file]);
  await openExperts(page);
  await page.getByTestId('busy-import').press('Enter');
  await expect(page.getByTestId('busy-choose')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choisissez d’abord un fichier.')).toBeVisible();
  await page.getByTestId('busy-choose').press('Enter');
  await expect(page.getByTestId('busy-form')).toContainText('occupé.ics');
  await page.getByTestId('dialog-submit').press('Enter');
  await expect(page.getByTestId('dialog-failure')).toContainText('Ce fichier n’est pas un calendrier');

  const dentist = event('a@x', startMs, ['SUMMARY:Dentiste']);
  const secret = event('b@x', startMs + 2 * DAY, ['SUMMARY:Secret', 'CLASS:PRIVATE']);
  const free = event('c@x', startMs + 3 * DAY, ['SUMMARY:Libre', 'TRANSP:TRANSPARENT']);
  writeFileSync(file, calendar(dentist, secret, free));
  await page.getByTestId('busy-choose').press('Enter');
  await page.getByTestId('dialog-submit').press('Enter');
  const outcome = page.getByTestId('busy-outcome');
  await expect(outcome.getByTestId('busy-added')).toContainText('2');
  await expect(outcome).toContainText('Une séance planifiée y tombe désormais.');
  await expect(outcome).toContainText('Nordlys');
  await expectNoViolations(page, '[role="dialog"]');
  await page.getByTestId('outcome-close').press('Enter');
  const absences = page.getByTestId('absence');
  await expect(absences).toHaveCount(2);
  await expect(absences.nth(0)).toContainText('Dentiste');
  await expect(absences.nth(0)).toContainText('fichier de calendrier');
  await expect(absences.nth(1)).toContainText('Occupé');
  await expect(absences.nth(1)).not.toContainText('Secret');
  await expect(absences.getByTestId('absence-edit')).toHaveCount(0);
  await expectNoViolations(page, '.settings');

  writeFileSync(file, calendar(event('a@x', startMs + DAY, ['SUMMARY:Dentiste'])));
  await page.getByTestId('busy-import').press('Enter');
  await page.getByTestId('busy-choose').press('Enter');
  await expect(page.getByTestId('busy-form')).toContainText('occupé.ics');
  await page.getByTestId('dialog-submit').press('Enter');
  await expect(outcome.getByTestId('busy-changed')).toContainText('1');
  await expect(outcome.getByTestId('busy-removed')).toContainText('1');
  await expect(outcome).toContainText('Aucune séance planifiée n’y tombe.');
  await page.keyboard.press('Escape');
  await expect(absences).toHaveCount(1);

  const target = join(userData, 'eva.ics');
  await chooseTarget(app, target);
  await page.getByTestId('expert-export-from').fill('bientôt');
  await page.getByTestId('expert-export').press('Enter');
  await expect(page.getByText('Des jours comme 24/12/2026', { exact: false })).toBeVisible();
  await page.getByTestId('expert-export-from').fill(dayText(startMs));
  await page.getByTestId('expert-export').press('Enter');
  await expect(page.getByText('Une séance est enregistrée dans eva.ics.')).toBeVisible();
  const written = new ICAL.Component(ICAL.parse(readFileSync(target, 'utf8')));
  const events = written.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(
    events.map(({ startDate, endDate }) => [startDate.toUnixTime() * 1_000, endDate.toUnixTime() * 1_000]),
  ).toEqual([[startMs, startMs + HOUR]]);
  expect(events[0]?.summary).toContain('Nordlys');

  await chooseTarget(app, join(userData, 'cell.ics'));
  await page.getByTestId('cell-export').press('Enter');
  await expect(page.getByText('Une séance est enregistrée dans cell.ics.')).toBeVisible();
  expect(readFileSync(join(userData, 'cell.ics'), 'utf8')).toContain('Cloud Expertise');
  await console.close();
});
