import { reportTemplate } from '../../shared/coaching/report-template.ts';
import { objectivesOf } from '../../shared/coaching/templates.ts';
import type { SessionPage } from '../../shared/ipc/coaching-schemas.ts';

/** Tuesday 24 November 2026, 10:00 to 11:15 in Paris. */
const ROW: SessionPage['row'] = {
  ...{ id: 'e3b1', customerId: 7, customer: 'Nordlys', expert: 'Eva', state: 'confirmed', assignment: 'architecture' },
  ...{ startMs: Date.UTC(2026, 10, 24, 9), endMs: Date.UTC(2026, 10, 24, 10, 15), seriesId: null, version: 3 },
};

/** A session of architecture in French, as the core tells it. */
export const sessionPageOf = (
  row: Partial<SessionPage['row']> = {},
  more: Partial<Omit<SessionPage, 'row'>> = {},
): SessionPage => {
  const objectives = objectivesOf('architecture', 'fr');
  return {
    row: { ...ROW, ...row },
    ...{ language: 'fr', attendees: [{ name: 'Éloïse', email: null }], place: null, link: null, ticket: null },
    ...{ objectives, checklist: [], note: null, wish: null, warnings: [], conflicts: [], cancelled: null },
    ...{ noShowNote: null, workId: null, reports: [], hasSizing: true, recordedBy: 'Eva', recordedAtMs: 0, series: [] },
    reportTemplates: {
      en: reportTemplate('architecture', 'en', objectives),
      fr: reportTemplate('architecture', 'fr', objectives),
    },
    ...more,
  };
};
