import type { StatementSheet } from '../../../shared/expertise/statement-sheet.ts';
import type { StatementWords } from '../../../shared/expertise/statement-words.ts';
import { PaperPages, type Cut } from '../../ui/pages/paper-pages.tsx';
import type { Slice } from '../../ui/pages/paginate.ts';
import { rowsOf, StatementPage } from './statement-page.tsx';

const wholeOf = ({ tables, rules }: StatementSheet): Slice[] => [
  { part: 'intro', from: 0, to: 1 },
  ...tables.map((table) => ({ part: table.id, from: 0, to: Math.max(1, rowsOf(table).length) })),
  { part: 'rules', from: 0, to: rules.length },
];

type Props = {
  readonly sheet: StatementSheet;
  readonly words: StatementWords;
  readonly isSample: boolean;
  readonly onCut: (cut: Cut<StatementSheet>) => void;
};

/** A statement cut into sheets of A4. */
export const StatementPages = ({ sheet, words, isSample, onCut }: Props) => (
  <PaperPages sheet={sheet} whole={wholeOf} onCut={onCut}>
    {(page) => <StatementPage {...page} words={words} isSample={isSample} />}
  </PaperPages>
);
