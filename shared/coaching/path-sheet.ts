import type { CoachingPath } from '../ipc/coaching-schemas.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import type { CoachingSheet, ReportWords, SheetPart } from './report-sheet.ts';
import { ASSIGNMENT_NAMES } from './templates.ts';

const NOTHING = '–';

type Told = { readonly words: ReportWords; readonly nowMs: InstantMs; readonly isSample: boolean };

const skillsOf = (path: CoachingPath, { tell, minutes, language }: ReportWords): SheetPart => {
  const span = (value: number): string => (value === 0 ? NOTHING : minutes(value));
  return {
    ...{ kind: 'table', id: 'skills', title: tell('path.skills'), hasTotal: true },
    columns: [
      { id: 'kind', label: tell('work.assignment') },
      { id: 'covered', label: tell('path.covered') },
      { id: 'worked', label: tell('work.worked'), isAmount: true },
      { id: 'charged', label: tell('work.charged'), isAmount: true },
    ],
    rows: [
      ...path.covered.map(({ assignment, held, planned, workedMin, chargedMin }) => [
        ASSIGNMENT_NAMES[assignment][language],
        held + planned > 0
          ? tell('path.counts', { held, planned })
          : tell(workedMin > 0 ? 'path.otherwise' : 'path.never'),
        span(workedMin),
        span(chargedMin),
      ]),
      [tell('path.total'), '', span(path.workedMin), span(path.chargedMin)],
    ],
  };
};

const sessionsOf = ({ sessions }: CoachingPath, { words, nowMs }: Told): SheetPart => {
  const { tell, say, language, day, time, minutes } = words;
  return {
    ...{ kind: 'table', id: 'sessions', title: tell('path.covered') },
    columns: [
      { id: 'date', label: say('date') },
      { id: 'kind', label: tell('work.assignment') },
      { id: 'expert', label: say('expert') },
      { id: 'state', label: tell('path.state') },
      { id: 'worked', label: tell('work.worked'), isAmount: true },
      { id: 'charged', label: tell('work.charged'), isAmount: true },
    ],
    rows: sessions.map(({ startMs, endMs, assignment, expert, state, workedMin, chargedMin }) => {
      const isBegun = startMs !== null && startMs <= nowMs && (state === 'planned' || state === 'confirmed');
      return [
        startMs === null || endMs === null
          ? tell('path.noTime')
          : `${day(startMs)}, ${time(startMs)} (${minutes((endMs - startMs) / MINUTE_MS)})`,
        ASSIGNMENT_NAMES[assignment][language],
        expert ?? tell('path.anyExpert'),
        tell(`path.standing.${isBegun ? 'toClose' : state}`),
        workedMin === 0 ? NOTHING : minutes(workedMin),
        workedMin === 0 ? NOTHING : chargedMin === 0 ? tell('work.notCharged') : minutes(chargedMin),
      ];
    }),
  };
};

/** Draws a customer's coaching path up, as it stands. */
export const pathSheet = (path: CoachingPath, told: Told): CoachingSheet => {
  const { words, nowMs, isSample } = told;
  const { tell, say, language, day } = words;
  return {
    ...{ language, customer: path.customer, title: tell('path.paper'), subtitle: '', day: day(nowMs) },
    facts: [
      [say('customer'), path.customer],
      [tell('path.asOf'), day(nowMs)],
    ],
    notes: isSample ? [tell('statement.sampleNote')] : [],
    parts: [...(path.sessions.length === 0 ? [] : [sessionsOf(path, told)]), skillsOf(path, words)],
  };
};
