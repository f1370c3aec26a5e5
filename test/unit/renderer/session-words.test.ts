import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { conflictSentence, inOrderOfWeight } from '../../../renderer/features/coaching/conflict-words.ts';
import {
  agoText,
  lengthText,
  noticeText,
  spanText,
  wishText,
} from '../../../renderer/features/coaching/session-words.ts';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { ConflictRow } from '../../../shared/ipc/coaching-schemas.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';

const intl = {
  en: createIntl({ locale: LOCALES.en, messages: { ...MESSAGES.en } }),
  fr: createIntl({ locale: LOCALES.fr, messages: { ...MESSAGES.fr } }),
};
const instants = { en: instantFormat(LOCALES.en, 'Europe/Paris'), fr: instantFormat(LOCALES.fr, 'Europe/Paris') };
const startMs = Date.parse('2026-11-24T10:00:00+01:00');
const span = { startMs, endMs: startMs + 90 * MINUTE_MS };
const blocks = { severity: 'blocks' } as const;
const warns = { severity: 'warns' } as const;
const told = (conflict: ConflictRow, language: 'en' | 'fr' = 'en'): string =>
  conflictSentence(intl[language], instants[language], conflict);

describe('what stands against a session', () => {
  it('names the customer, the reason or the platform, and when', () => {
    const busy: ConflictRow = { ...blocks, kind: 'doubleBooking', sessionId: 'x', customer: 'Nordlys', ...span };
    expect(told(busy)).toBe('the expert is with Nordlys then, Tue 24 Nov 10:00–11:30.');
    expect(told(busy, 'fr')).toBe('l’expert est alors avec Nordlys, mar. 24 nov. 10:00–11:30.');
    expect(told({ ...blocks, kind: 'absence', reason: 'Training', ...span })).toContain('Training, Tue 24 Nov 10:00');
    expect(told({ ...blocks, kind: 'portalDown', platform: 'NUP', ...span })).toContain('portal of NUP');
    expect(told({ ...warns, kind: 'customerBusy', sessionId: 'x', expert: 'Eva', ...span })).toContain('with Eva');
    expect(told({ ...warns, kind: 'publicHoliday', date: '2026-12-25' })).toBe(
      'Friday 25 December is a public holiday.',
    );
  });

  it('says both days of what goes over midnight', () => {
    const night = { startMs: startMs + 12 * HOUR_MS, endMs: startMs + 16 * HOUR_MS };
    expect(spanText(instants.en, night)).toBe('Tue 24 Nov 22:00 – Wed 25 Nov 02:00');
    const untilMidnight = { startMs: startMs + 12 * HOUR_MS, endMs: startMs + 14 * HOUR_MS };
    expect(spanText(instants.en, untilMidnight)).toBe('Tue 24 Nov 22:00–00:00');
  });

  it('says which hours are missing, and which pack would cover them', () => {
    const short = { ...warns, kind: 'hoursShort', neededMin: 90, leftMin: 30, packMin: 60 } as const;
    expect(told({ ...short, plannedMin: 0 })).toBe(
      'hours are short: 1 h 30 needed, 30 min left. A pack of 1 h would cover it.',
    );
    expect(told({ ...short, plannedMin: 120 })).toContain('once the 2 h already planned that month is counted');
    expect(told({ ...short, plannedMin: 120 }, 'fr')).toContain('Un pack de 1 h suffirait.');
  });

  it('says why somebody is not entitled, since when, and what a pack would change', () => {
    const not = { ...warns, kind: 'notEntitled', packMin: 60 } as const;
    const endsAtMs = Date.parse('2026-11-01T00:00:00+01:00');
    expect(told({ ...not, reason: 'firstMonthsOver', endsAtMs })).toBe(
      'not entitled: its first months with experts ended on 31 October 2026. A pack of 1 h would entitle it and cover this.',
    );
    expect(told({ ...not, reason: 'none', endsAtMs: null })).toContain('its tier has no experts then');
    expect(told({ ...not, reason: 'notDated', endsAtMs: null })).toContain('not dated');
  });

  it('tells what blocks first, and one thing once', () => {
    const outside: ConflictRow = { ...warns, kind: 'outsideHours' };
    const away: ConflictRow = { ...blocks, kind: 'absence', reason: 'Leave', ...span };
    expect(inOrderOfWeight([outside, away, { ...outside }])).toEqual([away, outside]);
  });
});

describe('words of a session', () => {
  it('tell the notice in days, hours or minutes, before or after its start', () => {
    expect(noticeText(intl.en, 6 * DAY_MS + HOUR_MS)).toBe('6 days before its start');
    expect(noticeText(intl.en, 45 * HOUR_MS + 2 * MINUTE_MS)).toBe('45 h before its start');
    expect(noticeText(intl.en, 3 * HOUR_MS + 20 * MINUTE_MS)).toBe('3 h 20 before its start');
    expect(noticeText(intl.en, -5 * MINUTE_MS)).toBe('5 min after its start');
    expect(noticeText(intl.fr, 2 * DAY_MS)).toBe('2 jours avant le début');
    expect(noticeText(intl.en, null)).toBe('before it had a time');
  });

  it('tell a wish as far as it goes', () => {
    const say = (fromMs: number | null, untilMs: number | null): string =>
      wishText(intl.en, instants.en, { fromMs, untilMs });
    expect(say(null, null)).toBe('at any time');
    expect(say(startMs, null)).toBe('from Tue 24 Nov 10:00');
    expect(say(null, startMs)).toBe('until Tue 24 Nov 10:00');
    expect(say(startMs, startMs + DAY_MS)).toBe('between Tue 24 Nov 10:00 and Wed 25 Nov 10:00');
  });

  it('tell how long ago, and how long', () => {
    expect(agoText(intl.en, startMs, startMs + 3 * DAY_MS)).toBe('3 days ago');
    expect(agoText(intl.en, startMs, startMs + 2 * HOUR_MS)).toBe('2 hours ago');
    expect(agoText(intl.en, startMs, startMs)).toBe('now');
    expect(lengthText(intl.en, 90)).toBe('1 h 30');
  });
});
