import type { CoachingSheet, SheetPart } from '../coaching/report-sheet.ts';
import type { Language } from '../i18n/language.ts';
import type { HandoverPage } from '../ipc/handover-calls.ts';
import type { InstantMs } from '../time/instant.ts';
import { HANDOVER_SECTIONS, type Signature } from './handover.ts';

/** What a language brings to the paper of a handover. */
export type HandoverWords = {
  readonly language: Language;
  /** Fills a message of `resources/locales`. */
  readonly tell: (id: string, values?: Readonly<Record<string, string | number>>) => string;
  /** `Mon 23 Nov 14:02` */
  readonly at: (ms: InstantMs) => string;
  /** `23 Nov 2026 14:02` */
  readonly full: (ms: InstantMs) => string;
};

type Item = HandoverPage['items'][number];

const COLUMNS = ['what', 'when', 'nextAction', 'nextUpdate', 'note', 'accepted'] as const;
type Column = (typeof COLUMNS)[number];

/** Always there; of the others, those that say something of any item. */
const KEPT: ReadonlySet<Column> = new Set(['what', 'accepted']);

/** A row is never cut, so that what is longer goes on in the next; so many characters of the narrowest column fit on a page. */
const CELL_CHARS = 600;

/** A text in pieces of so many characters at most, broken at spaces where there are any. */
export const piecesOf = (text: string, most = CELL_CHARS): string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most);
    const end = space > 0 ? space : most;
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
};

const signed = ({ by, atMs }: Signature, { tell, full }: HandoverWords): string =>
  tell('handover.signature', { by, at: full(atMs) });

/** `asOfMs`: when the handover was begun. */
const whenOf = ({ section, atMs }: Item, asOfMs: InstantMs, { tell, at }: HandoverWords): string => {
  if (atMs === null) return '';
  return tell(`handover.at.${section === 'openP1' && atMs < asOfMs ? 'breached' : section}`, { at: at(atMs) });
};

const acceptedOf = ({ accepted, late }: Item, words: HandoverWords): string => {
  if (accepted !== null) return signed(accepted, words);
  return late === null ? '–' : words.tell('handover.acceptedLate', { who: signed(late, words) });
};

const cellsOf = (item: Item, asOfMs: InstantMs, words: HandoverWords): Readonly<Record<Column, string>> => ({
  what: item.carriedFrom === null ? item.title : `${item.title} (${words.tell('handover.carried')})`,
  when: whenOf(item, asOfMs, words),
  nextAction: item.nextAction ?? '',
  nextUpdate: item.nextUpdateMs === null ? '' : words.at(item.nextUpdateMs),
  note: item.note ?? '',
  accepted: acceptedOf(item, words),
});

const sectionPart = (section: Item['section'], page: HandoverPage, words: HandoverWords): SheetPart[] => {
  const cells = page.items
    .filter((item) => item.section === section)
    .map((item) => cellsOf(item, page.begun.atMs, words));
  if (cells.length === 0) return [];
  const columns = COLUMNS.filter((column) => KEPT.has(column) || cells.some((row) => row[column] !== ''));
  const rows = cells.flatMap((row) => {
    const pieces = columns.map((column) => piecesOf(row[column]));
    const height = Math.max(...pieces.map(({ length }) => length));
    return Array.from({ length: height }, (_, i) => pieces.map((own) => own[i] ?? ''));
  });
  return [
    {
      ...{ kind: 'table', id: `handover-${section}`, rows },
      title: words.tell('handover.paper.section', {
        name: words.tell(`handover.section.${section}`),
        count: cells.length,
      }),
      columns: columns.map((id) => ({ id, label: words.tell(`handover.paper.${id}`) })),
    },
  ];
};

/** Draws a handover up as it prints: both signatures with their instants, and for each item who accepted it, late where it was. */
export const handoverSheet = (page: HandoverPage, words: HandoverWords, isSample: boolean): CoachingSheet => {
  const { tell, full } = words;
  const { begun, offered, untilMs, items } = page;
  const side = (signature: Signature | null): string =>
    signature === null ? tell('handover.notSigned') : signed(signature, words);
  const left = items.filter(({ accepted, late }) => accepted === null && late === null).length;
  const late = items.filter((item) => item.late !== null).length;
  return {
    ...{ language: words.language, title: tell('handover.title'), subtitle: '', customer: tell('handover.title') },
    day: full(page.signed?.atMs ?? offered?.atMs ?? begun.atMs),
    facts: [
      [tell('handover.outgoing'), side(offered)],
      [tell('handover.incoming'), side(page.signed)],
      [tell('handover.paper.begun'), signed(begun, words)],
      [tell('handover.paper.until'), full(untilMs)],
    ],
    notes: [
      ...(page.signed === null ? [tell('handover.paper.unsigned')] : []),
      ...(page.signed !== null && left > 0 ? [tell('handover.paper.left', { count: left, all: items.length })] : []),
      ...(late > 0 ? [tell('handover.paper.late', { count: late })] : []),
      ...(isSample ? [tell('handover.paper.sample')] : []),
    ],
    parts: HANDOVER_SECTIONS.flatMap((section) => sectionPart(section, page, words)),
  };
};
