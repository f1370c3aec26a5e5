import { REPORT_TEXTS } from '../../../../shared/coaching/report-sheet.ts';
import type { ReportSections } from '../../../../shared/coaching/session-event.ts';
import { EMPTY_SIZING, SIZING_TEXTS, type SizingRow } from '../../../../shared/coaching/sizing.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import type { SessionPage } from '../../../../shared/ipc/coaching-schemas.ts';

/** What is being written: its sections, and the version that it goes on from. */
export type ReportDraft = {
  readonly sections: ReportSections;
  /** When that version was saved; null where there was none. */
  readonly basedOnMs: number | null;
};

export type SavedReport = SessionPage['reports'][number];

/** Each language has a text of its own. */
export const reportDraftKey = (id: string, language: Language): string => `report:${id}:${language}`;

export const savedReport = (page: SessionPage, language: Language): SavedReport | null =>
  page.reports.find((report) => report.language === language) ?? null;

/** What the form begins with: the version that is saved, else the template. */
export const startOf = (page: SessionPage, language: Language): ReportDraft => {
  const saved = savedReport(page, language);
  return { sections: saved?.sections ?? page.reportTemplates[language], basedOnMs: saved?.savedAtMs ?? null };
};

const sizingKey = ({ what, name, present, recommended, why }: SizingRow): string =>
  JSON.stringify([what, name, present, recommended, why]);

export const isSame = (one: ReportSections, other: ReportSections): boolean =>
  REPORT_TEXTS.every((id) => one[id] === other[id]) &&
  one.sizing.length === other.sizing.length &&
  one.sizing.every((row, i) => {
    const beside = other.sizing[i];
    return beside !== undefined && sizingKey(row) === sizingKey(beside);
  });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const sizingOf = (value: unknown): SizingRow => {
  if (!isRecord(value)) return EMPTY_SIZING;
  const { what } = value;
  const texts = Object.fromEntries(SIZING_TEXTS.map((column) => [column, textOf(value[column], '')]));
  return { ...EMPTY_SIZING, ...texts, what: what === 'network' || what === 'storage' ? what : 'vm' };
};

/** A draft that was kept, by this version or another: what does not fit is as in the beginning. Null where nothing was written. */
export const restoreReport = (kept: unknown, start: ReportDraft): ReportDraft | null => {
  if (!isRecord(kept) || !isRecord(kept['sections'])) return null;
  const { objectives, done, recommendations, nextSteps, sizing } = kept['sections'];
  const from = start.sections;
  const sections: ReportSections = {
    objectives: textOf(objectives, from.objectives),
    done: textOf(done, from.done),
    recommendations: textOf(recommendations, from.recommendations),
    sizing: Array.isArray(sizing) ? sizing.map(sizingOf) : from.sizing,
    nextSteps: textOf(nextSteps, from.nextSteps),
  };
  const basedOnMs = typeof kept['basedOnMs'] === 'number' ? kept['basedOnMs'] : null;
  return isSame(sections, from) ? null : { sections, basedOnMs };
};
