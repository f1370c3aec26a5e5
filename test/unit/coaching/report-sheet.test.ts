import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../../renderer/i18n/messages.ts';
import { reportSheet, reportWords, unwrittenIn } from '../../../shared/coaching/report-sheet.ts';
import { EMPTY_SIZING } from '../../../shared/coaching/sizing.ts';
import { sessionPageOf } from '../../support/session-page.ts';

const wordsIn = (language: 'en' | 'fr') => {
  const intl = createIntl({ locale: language, messages: { ...MESSAGES[language] } });
  return reportWords(language, (id, values) => intl.formatMessage({ id }, values));
};
const page = sessionPageOf();
const template = page.reportTemplates.fr;
const told = { words: wordsIn('fr'), isSample: false };

describe('a report as it is printed', () => {
  it('says whose, when and with whom it was, in its own language', () => {
    const { title, subtitle, facts, day } = reportSheet(page, { ...told, sections: template });
    expect([title, subtitle, day]).toEqual(['Rapport de coaching', 'Architecture cible', 'mardi 24 novembre 2026']);
    expect(facts).toEqual([
      ['Client', 'Nordlys'],
      ['Date', 'mardi 24 novembre 2026'],
      ['Heure', 'de 10:00 à 11:15 (heure de Paris)'],
      ['Durée', '1\u00a0h\u00a015'],
      ['Expert', 'Eva'],
      ['Participants', 'Éloïse'],
    ]);
    const english = reportSheet(page, { words: wordsIn('en'), isSample: true, sections: page.reportTemplates.en });
    expect([english.title, english.notes.length]).toEqual(['Coaching report', 1]);
    expect(english.day).toMatch(/^Tuesday,? 24 November 2026$/);
  });

  it('leaves out what nobody wrote, and keeps the order of the sections', () => {
    expect(unwrittenIn(template, template)).toEqual(['done', 'recommendations', 'nextSteps']);
    expect(reportSheet(page, { ...told, sections: template }).parts.map(({ id }) => id)).toEqual(['objectives']);
    const sections = {
      ...template,
      done: `${template.done}variante A`,
      nextSteps: 'Décider',
      sizing: [EMPTY_SIZING, { ...EMPTY_SIZING, what: 'network' as const, name: ' VLAN-12 ', recommended: '/24' }],
    };
    const { parts } = reportSheet(page, { ...told, sections });
    expect(parts.map(({ id }) => id)).toEqual(['objectives', 'done', 'sizing', 'nextSteps']);
    const [, , table] = parts;
    expect(table?.kind === 'table' ? table.rows : null).toEqual([['Réseau', 'VLAN-12', '', '/24', '']]);
    const advice = reportSheet(sessionPageOf({}, { hasSizing: false }), { ...told, sections });
    expect(advice.parts.map(({ id }) => id)).not.toContain('sizing');
  });
});
