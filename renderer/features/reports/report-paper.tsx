import type { ReportSheet, SheetRow, SheetTable } from '../../../shared/report/report-sheet.ts';
import type { ReportWords } from '../../../shared/report/tell-figure.ts';
import { Paper } from '../../ui/pages/paper.tsx';
import { PaperPages, type Cut, type DrawnPage } from '../../ui/pages/paper-pages.tsx';
import type { Slice } from '../../ui/pages/paginate.ts';

type Told = { readonly sheet: ReportSheet; readonly words: ReportWords };

const wholeOf = ({ tables, footnotes }: ReportSheet): Slice[] => [
  { part: 'intro', from: 0, to: 1 },
  ...tables.map(({ id, rows }) => ({ part: id, from: 0, to: Math.max(1, rows.length) })),
  { part: 'footnotes', from: 0, to: footnotes.length },
];

const Intro = ({ sheet: { title, facts, notes } }: Told) => (
  <div className="paper-part" data-part="intro" data-row>
    <h2>{title}</h2>
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
    {notes.map((note) => (
      <p key={note}>{note}</p>
    ))}
  </div>
);

const Title = ({
  title,
  words,
  isOn,
}: {
  readonly title: string;
  readonly words: ReportWords;
  readonly isOn: boolean;
}) => <h3>{isOn ? words.say('statement.continued', { title }) : title}</h3>;

const Row = ({ row: { kind, cells, share }, columns }: { readonly row: SheetRow } & Pick<SheetTable, 'columns'>) => (
  <tr data-row data-kind={kind}>
    {kind === 'by' ? (
      <th scope="rowgroup" colSpan={columns.length}>
        {cells[0]}
      </th>
    ) : (
      cells.map((cell, at) => (
        <td key={columns[at]?.id} data-amount={columns[at]?.isAmount || undefined}>
          <bdi>{cell}</bdi>
          {at === 1 && typeof share === 'number' ? (
            <span className="paper-share" aria-hidden="true">
              <span style={{ width: `${share}%` }} />
            </span>
          ) : null}
        </td>
      ))
    )}
  </tr>
);

const Table = ({ table, slice: { from, to }, words }: Told & { readonly table: SheetTable; readonly slice: Slice }) => {
  const { id, title, columns, rows, none } = table;
  if (rows.length === 0) {
    return (
      <div className="paper-part" data-part={id}>
        <Title title={title} words={words} isOn={false} />
        <p className="paper-none" data-row>
          {none}
        </p>
      </div>
    );
  }
  return (
    <div className="paper-part" data-part={id}>
      <Title title={title} words={words} isOn={from > 0} />
      <table data-table={id} data-columns={columns.length}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} data-column={column.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id: column, label, isAmount }) =>
              label === '' ? (
                // Names of rows have no head.
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <td key={column} />
              ) : (
                <th scope="col" key={column} data-amount={isAmount || undefined}>
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, to).map((row, i) => (
            // Rows never move: the place is what a row is.
            // oxlint-disable-next-line react/no-array-index-key
            <Row row={row} columns={columns} key={from + i} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Footnotes = ({ sheet, words, slice: { from, to } }: Told & { readonly slice: Slice }) => (
  <div className="paper-part paper-footnotes" data-part="footnotes">
    <Title title={sheet.footnotesTitle} words={words} isOn={from > 0} />
    <ul>
      {sheet.footnotes.slice(from, to).map(([name, text]) => (
        <li key={name} data-row>
          <strong>{name}</strong> {text}
        </li>
      ))}
    </ul>
  </div>
);

const Part = ({ slice, ...told }: Told & { readonly slice: Slice }) => {
  if (slice.part === 'intro') return <Intro {...told} />;
  if (slice.part === 'footnotes') return <Footnotes {...told} slice={slice} />;
  const table = told.sheet.tables.find(({ id }) => id === slice.part);
  return table === undefined ? null : <Table {...told} table={table} slice={slice} />;
};

type PageProps = DrawnPage<ReportSheet> & { readonly words: ReportWords; readonly isSample: boolean };

const Page = ({ sheet, words, slices, page, pages, isSample }: PageProps) => (
  <Paper
    language={sheet.language}
    owner={sheet.owner}
    about={sheet.period}
    sample={isSample ? words.say('statement.sample') : null}
    title={sheet.title}
    pageNumber={page === null ? null : words.say('statement.page', { page, pages })}
    testId="report-page"
  >
    {slices.map((slice) => (
      <Part key={slice.part} sheet={sheet} words={words} slice={slice} />
    ))}
  </Paper>
);

type Props = Told & { readonly isSample: boolean; readonly onCut: (cut: Cut<ReportSheet>) => void };

/** A report cut into sheets of A4. */
export const ReportPaper = ({ sheet, words, isSample, onCut }: Props) => (
  <PaperPages sheet={sheet} whole={wholeOf} onCut={onCut}>
    {(page) => <Page {...page} words={words} isSample={isSample} />}
  </PaperPages>
);
