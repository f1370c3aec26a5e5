import { LEDGER_ZONE } from '../expertise/month.ts';
import { minutesText } from '../expertise/statement-words.ts';
import type { Language } from '../i18n/language.ts';
import type { SessionPage } from '../ipc/coaching-schemas.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { isUnwritten, paragraphsOf, type Paragraph } from './report-text.ts';
import type { ReportSections } from './session-event.ts';
import { isEmptySizing, SIZING_TEXTS } from './sizing.ts';
import { ASSIGNMENT_NAMES } from './templates.ts';

/** What a language brings to a report. */
export type ReportWords = {
  readonly language: Language;
  /** Fills a message of `resources/locales`. */
  readonly tell: (id: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Fills `held.paper.<id>`. */
  readonly say: (id: string, values?: Readonly<Record<string, string | number>>) => string;
  /** `Tuesday 24 November 2026` */
  readonly day: (ms: InstantMs) => string;
  readonly time: (ms: InstantMs) => string;
  readonly minutes: (minutes: number) => string;
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** The words of a language, `tell` being the sentences that whoever asks has at hand; times are those of Paris, as in the invitation. */
export const reportWords = (
  language: Language,
  tell: (id: string, values: Readonly<Record<string, string | number>>) => string,
): ReportWords => {
  const locale = LOCALES[language];
  const zoned = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: LEDGER_ZONE, ...options });
    return (ms) => format.format(ms);
  };
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    tell: (id, values = {}) => tell(id, values),
    say: (id, values = {}) => tell(`held.paper.${id}`, values),
    day: zoned({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: zoned({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    minutes: (minutes) => minutesText(minutes, (value) => numbers.format(value)),
  };
};

/** The sections that are texts, in the order in which they are written. */
export const REPORT_TEXTS = ['objectives', 'done', 'recommendations', 'nextSteps'] as const;
export type ReportText = (typeof REPORT_TEXTS)[number];

export type SheetPart =
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly title: string;
      readonly paragraphs: readonly Paragraph[];
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly title: string;
      readonly columns: readonly { readonly id: string; readonly label: string; readonly isAmount?: boolean }[];
      readonly rows: readonly (readonly string[])[];
      /** The last row is the total. */
      readonly hasTotal?: boolean;
    };

/** A paper about coaching as it is printed; what nobody wrote is left out. */
export type CoachingSheet = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly customer: string;
  /** What stands beside the customer on every page: a day. */
  readonly day: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly string[];
  readonly parts: readonly SheetPart[];
};

/** Sections that hold nothing but what they began with: they are not printed. The objectives are the session's own. */
export const unwrittenIn = (sections: ReportSections, template: ReportSections): ReportText[] =>
  REPORT_TEXTS.filter((id) => isUnwritten(sections[id], id === 'objectives' ? '' : template[id]));

const factsOf = ({ row, attendees, place, ticket }: SessionPage, words: ReportWords): CoachingSheet['facts'] => {
  const { startMs, endMs, expert, customer } = row;
  const { say } = words;
  const timed =
    startMs === null || endMs === null
      ? []
      : ([
          [say('date'), words.day(startMs)],
          [say('time'), say('span', { from: words.time(startMs), to: words.time(endMs) })],
          [say('duration'), words.minutes((endMs - startMs) / MINUTE_MS)],
        ] as const);
  return [
    [say('customer'), customer],
    ...timed,
    ...(expert === null ? [] : ([[say('expert'), expert]] as const)),
    ...(attendees.length === 0 ? [] : ([[say('attendees'), attendees.map(({ name }) => name).join(', ')]] as const)),
    ...(place === null ? [] : ([[say('place'), place]] as const)),
    ...(ticket === null ? [] : ([[say('ticket'), ticket.reference]] as const)),
  ];
};

type Told = { readonly sections: ReportSections; readonly words: ReportWords; readonly isSample: boolean };

/** Draws a session's report up. */
export const reportSheet = (page: SessionPage, { sections, words, isSample }: Told): CoachingSheet => {
  const { say, language } = words;
  const left = new Set(unwrittenIn(sections, page.reportTemplates[language]));
  const text = (id: ReportText): SheetPart[] =>
    left.has(id) ? [] : [{ kind: 'text', id, title: say(id), paragraphs: paragraphsOf(sections[id]) }];
  const sized = page.hasSizing ? sections.sizing.filter((row) => !isEmptySizing(row)) : [];
  const table: SheetPart = {
    ...{ kind: 'table', id: 'sizing', title: say('sizing') },
    columns: ['what', ...SIZING_TEXTS].map((id) => ({ id, label: say(`sizing.${id}`) })),
    rows: sized.map((row) => [say(`what.${row.what}`), ...SIZING_TEXTS.map((column) => row[column].trim())]),
  };
  return {
    language,
    title: say('title'),
    subtitle: ASSIGNMENT_NAMES[page.row.assignment][language],
    customer: page.row.customer,
    day: page.row.startMs === null ? '' : words.day(page.row.startMs),
    facts: factsOf(page, words),
    notes: isSample ? [say('sampleNote')] : [],
    parts: [
      ...text('objectives'),
      ...text('done'),
      ...text('recommendations'),
      ...(sized.length === 0 ? [] : [table]),
      ...text('nextSteps'),
    ],
  };
};
