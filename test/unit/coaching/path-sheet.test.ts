import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';
import { pathSheet } from '../../../shared/coaching/path-sheet.ts';
import { reportWords } from '../../../shared/coaching/report-sheet.ts';
import type { CoachingPath } from '../../../shared/ipc/coaching-schemas.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { sessionPageOf } from '../../support/session-page.ts';

const { row } = sessionPageOf();
const NOW = (row.startMs ?? 0) + HOUR_MS;
const none = { language: 'fr' as const, reports: [], workedMin: 0, chargedMin: 0 };
const path: CoachingPath = {
  ...{ customerId: 7, customer: 'Nordlys', workedMin: 70, chargedMin: 75 },
  sessions: [
    { ...row, ...none, state: 'done', workedMin: 70, chargedMin: 75 },
    { ...row, ...none, state: 'confirmed', expert: null },
    { ...row, ...none, state: 'asked', startMs: null, endMs: null, assignment: 'advice' },
  ],
  covered: [
    { assignment: 'discovery', held: 0, planned: 0, workedMin: 0, chargedMin: 0 },
    { assignment: 'advice', held: 0, planned: 0, workedMin: 30, chargedMin: 30 },
    { assignment: 'architecture', held: 1, planned: 2, workedMin: 70, chargedMin: 75 },
  ],
};

it('a path is drawn up in the language of its words, with what was never held', () => {
  const intl = createIntl({ locale: LOCALES.fr, messages: { ...MESSAGES.fr } });
  const words = reportWords('fr', (id, values) => intl.formatMessage({ id }, values));
  const { title, parts } = pathSheet(path, { words, nowMs: NOW, isSample: false });
  expect(title).toBe('Parcours de coaching');
  const [sessions, skills] = parts.map((part) => (part.kind === 'table' ? part.rows : []));
  expect(sessions?.map((cells) => cells.slice(1, 4))).toEqual([
    ['Architecture cible', 'Eva', 'tenue'],
    ['Architecture cible', 'tout expert', 'passée, à clore'],
    ['Conseil quotidien', 'Eva', 'demandée'],
  ]);
  expect(sessions?.[0]?.[0]).toBe('mardi 24 novembre 2026, 10:00 (1\u00a0h\u00a015)');
  expect(skills).toEqual([
    ['Découverte du portail', 'jamais tenue', '–', '–'],
    ['Conseil quotidien', 'sans séance, autres interventions', '30\u00a0min', '30\u00a0min'],
    ['Architecture cible', '1 tenue, 2 planifiées', '1\u00a0h\u00a010', '1\u00a0h\u00a015'],
    ['Toutes les interventions', '', '1\u00a0h\u00a010', '1\u00a0h\u00a015'],
  ]);
});
