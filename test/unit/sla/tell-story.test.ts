import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';
import { explainResolution } from '../../../shared/sla/explain.ts';
import { tellStory, type StoryWords } from '../../../shared/sla/tell-story.ts';
import { event, rules } from './tell.ts';

const wordsOf = (language: 'en' | 'fr'): StoryWords => {
  const intl = createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } });
  const instants = instantFormat(LOCALES[language], 'Europe/Paris');
  return {
    say: (id, values = {}) => intl.formatMessage({ id }, values),
    instant: instants.due,
    day: instants.due,
    duration: (ms) => durationText(Math.floor(ms / 1000), String),
  };
};

const tell = (language: 'en' | 'fr', lines: string[], asOf: string): string[] => {
  const subject = { category: 'incident', isBeta: false } as const;
  const story = explainResolution(subject, lines.map(event), rules, Date.parse(asOf));
  if (story === null) throw new Error('not opened');
  return tellStory(story, rules, wordsOf(language));
};

describe('a story in sentences', () => {
  const paused = [
    '2026-04-14T09:41+02:00 opened P1 gold',
    '2026-04-14T12:16+02:00 paused',
    '2026-04-14T12:39+02:00 resumed',
  ];
  it('says what was promised, what was not counted, and when it is due', () => {
    expect(tell('en', paused, '2026-04-14T13:00+02:00')).toEqual([
      'Tue 14 Apr 09:41: opened as P1 for a GOLD customer.',
      'GOLD: a P1 is resolved within 4 h, day and night (contractual).',
      'Tue 14 Apr 12:16: waiting for the customer; the clock stops.',
      'Tue 14 Apr 12:39: the customer answered; 23 min of waiting are not counted, due Tue 14 Apr 14:04.',
      'Now: due Tue 14 Apr 14:04, 1 h 04 left to count.',
    ]);
  });
  it('in French too', () => {
    const [opened, promised] = tell('fr', paused, '2026-04-14T13:00+02:00');
    expect(opened).toMatch(/ouvert en P1 pour un client GOLD\.$/);
    expect(promised).toBe('GOLD\u00A0: un P1 est résolu en 4 h, jour et nuit (engagement contractuel).');
  });
  it('adds the days up', () => {
    const told = tell('en', ['2026-03-27T16:00+01:00 opened P3 gold'], '2026-03-30T10:00+02:00');
    expect(told).toContain(
      'Counted: Fri 27 Mar 16:00 2 h + Mon 30 Mar 09:00 9 h + Tue 31 Mar 09:00 9 h + Wed 1 Apr 09:00 7 h = 27 h.',
    );
  });
  it('never says a message that is missing', () => {
    const lines = [
      '2026-04-14T09:00+02:00 opened P3 silver',
      '2026-04-14T10:00+02:00 responded',
      '2026-04-14T11:00+02:00 tierChanged gold',
      '2026-04-14T12:00+02:00 priorityChanged P1',
      '2026-04-14T23:00+02:00 priorityChanged P4',
      '2026-04-15T09:00+02:00 tierChanged bronze',
      '2026-04-15T10:00+02:00 resolved',
      '2026-04-15T11:00+02:00 reopened',
    ];
    for (const language of ['en', 'fr'] as const) {
      const told = tell(language, lines, '2026-04-15T12:00+02:00');
      expect(told.filter((sentence) => sentence.includes('explain.'))).toEqual([]);
      expect(told.length).toBeGreaterThan(lines.length);
    }
  });
});
