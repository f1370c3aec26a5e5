import type { SheetCell, SheetTable, StatementSheet } from '../../../shared/expertise/statement-sheet.ts';
import type { StatementWords } from '../../../shared/expertise/statement-words.ts';
import { Paper } from '../../ui/pages/paper.tsx';
import type { DrawnPage } from '../../ui/pages/paper-pages.tsx';
import type { Slice } from '../../ui/pages/paginate.ts';

const NOTHING = '–';

const cellText = (cell: SheetCell, words: StatementWords): string => {
  if (typeof cell === 'string') return cell;
  return cell.minutes === 0 ? NOTHING : words.minutes(cell.minutes);
};

type Told = { readonly sheet: StatementSheet; readonly words: StatementWords };

const Intro = ({ sheet }: Told) => (
  <div className="paper-part" data-part="intro" data-row>
    <h2>{sheet.title}</h2>
    <dl>
      {sheet.facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
    {sheet.notes.map((note) => (
      <p key={note}>{note}</p>
    ))}
  </div>
);

/** The rows of a table with its total as the last of them; one that says so where there is none. */
export const rowsOf = ({ rows, total }: SheetTable): readonly (readonly SheetCell[])[] =>
  rows.length === 0 || total === null ? rows : [...rows, total];

type TableProps = Told & { readonly table: SheetTable; readonly slice: Slice };

const Title = ({
  title,
  words,
  isOn,
}: {
  readonly title: string;
  readonly words: StatementWords;
  readonly isOn: boolean;
}) => <h3>{isOn ? words.say('continued', { title }) : title}</h3>;

const Table = ({ table, slice: { from, to }, words }: TableProps) => {
  const { id, title, columns, total, none, rows } = table;
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
      <table data-table={id}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} data-column={column.id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id: column, label, unit }) => (
              <th scope="col" key={column} data-amount={unit === 'text' ? undefined : true}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(table)
            .slice(from, to)
            .map((row, i) => (
              // Rows never move: the place is what a row is.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={from + i} data-row data-total={(total !== null && from + i === rows.length) || undefined}>
                {row.map((cell, at) => (
                  <td
                    key={columns[at]?.id}
                    data-amount={typeof cell === 'string' ? undefined : true}
                    data-over={
                      (columns[at]?.id === 'overage' && typeof cell !== 'string' && cell.minutes > 0) || undefined
                    }
                  >
                    <bdi>{cellText(cell, words)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
};

const Rules = ({ sheet, words, slice: { from, to } }: Told & { readonly slice: Slice }) => (
  <div className="paper-part" data-part="rules">
    <Title title={sheet.rulesTitle} words={words} isOn={from > 0} />
    <ul>
      {sheet.rules.slice(from, to).map(({ text, label, origin }) => (
        <li key={text} data-row>
          <span>{text}</span>{' '}
          <span className="paper-origin" data-origin={origin}>
            {label}
          </span>
        </li>
      ))}
    </ul>
  </div>
);

const Part = ({ slice, ...told }: Told & { readonly slice: Slice }) => {
  if (slice.part === 'intro') return <Intro {...told} />;
  if (slice.part === 'rules') return <Rules {...told} slice={slice} />;
  const table = told.sheet.tables.find(({ id }) => id === slice.part);
  return table === undefined ? null : <Table {...told} table={table} slice={slice} />;
};

type Props = DrawnPage<StatementSheet> & { readonly words: StatementWords; readonly isSample: boolean };

/** One page of a statement. */
export const StatementPage = ({ sheet, words, slices, page, pages, isSample }: Props) => (
  <Paper
    language={sheet.language}
    owner={sheet.customer}
    about={sheet.period}
    sample={isSample ? words.say('sample') : null}
    title={sheet.title}
    pageNumber={page === null ? null : words.say('page', { page, pages })}
    testId="statement-page"
  >
    {slices.map((slice) => (
      <Part key={slice.part} sheet={sheet} words={words} slice={slice} />
    ))}
  </Paper>
);
