import type { CoachingSheet, ReportWords, SheetPart } from '../../../../shared/coaching/report-sheet.ts';
import type { Line } from '../../../ui/pages/measure.ts';
import { Paper } from '../../../ui/pages/paper.tsx';
import type { DrawnPage, PageSlice } from '../../../ui/pages/paper-pages.tsx';

type Told = { readonly sheet: CoachingSheet; readonly words: ReportWords };

const Intro = ({ sheet }: Told) => (
  <div className="paper-part" data-part="intro" data-row>
    <h2>{sheet.title}</h2>
    {sheet.subtitle === '' ? null : <p className="report-subtitle">{sheet.subtitle}</p>}
    <dl className="report-facts">
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
      <p key={note} className="report-note">
        {note}
      </p>
    ))}
  </div>
);

type PartProps = { readonly slice: PageSlice; readonly words: ReportWords };
type TextPart = Extract<SheetPart, { kind: 'text' }>;
type TablePart = Extract<SheetPart, { kind: 'table' }>;

const titleOf = ({ title }: SheetPart, { slice, words }: PartProps): string =>
  slice.from > 0 ? words.say('continued', { title }) : title;

/** Lines of one paragraph that follow each other. */
const byParagraph = (lines: readonly Line[]): (readonly Line[])[] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.paragraph === line.paragraph) last.push(line);
    else groups.push([line]);
  }
  return groups;
};

/** Paragraphs whole while they are measured; afterwards the lines that are on this page. */
const Text = ({ part, ...props }: PartProps & { readonly part: TextPart }) => {
  const { paragraphs } = part;
  const { lines } = props.slice;
  return (
    <div className="paper-part" data-part={part.id}>
      <h3>{titleOf(part, props)}</h3>
      {lines === null
        ? paragraphs.map(({ text, level, isApart }, i) => (
            // A paragraph is its place.
            // oxlint-disable-next-line react/no-array-index-key
            <p key={i} className="report-text" data-level={level} data-apart={isApart || undefined} data-row data-flows>
              {text}
            </p>
          ))
        : byParagraph(lines).map((own) => {
            const [first] = own;
            const paragraph = paragraphs[first?.paragraph ?? 0];
            return (
              <p
                key={first?.paragraph}
                className="report-text"
                data-level={paragraph?.level}
                data-apart={paragraph?.isApart || undefined}
                data-on={first?.isFirst === false || undefined}
              >
                {own.map(({ text }, i) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <span key={i} className="report-line">
                    {text}
                    {i < own.length - 1 ? ' ' : null}
                  </span>
                ))}
              </p>
            );
          })}
    </div>
  );
};

const Table = ({ part, ...props }: PartProps & { readonly part: TablePart }) => {
  const { from, to } = props.slice;
  return (
    <div className="paper-part" data-part={part.id}>
      <h3>{titleOf(part, props)}</h3>
      <table data-table={part.id}>
        <colgroup>
          {part.columns.map(({ id }) => (
            <col key={id} data-column={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {part.columns.map(({ id, label, isAmount }) => (
              <th scope="col" key={id} data-amount={isAmount}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.slice(from, to).map((row, i) => {
            const isTotal = part.hasTotal === true && from + i === part.rows.length - 1;
            return (
              // Rows never move: the place is what a row is.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={from + i} data-row data-total={isTotal || undefined}>
                {row.map((cell, at) => (
                  <td key={part.columns[at]?.id} data-amount={part.columns[at]?.isAmount}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

type Props = DrawnPage<CoachingSheet> & { readonly words: ReportWords; readonly isSample: boolean };

/** One page of a paper about coaching. */
export const CoachingPaper = ({ sheet, words, slices, page, pages, isSample }: Props) => (
  <Paper
    language={sheet.language}
    owner={sheet.customer}
    about={sheet.day}
    sample={isSample ? words.say('sample') : null}
    title={sheet.subtitle === '' ? sheet.title : `${sheet.title} – ${sheet.subtitle}`}
    pageNumber={page === null ? null : words.say('page', { page, pages })}
    testId="report-page"
  >
    {slices.map((slice) => {
      if (slice.part === 'intro') return <Intro key="intro" sheet={sheet} words={words} />;
      const part = sheet.parts.find(({ id }) => id === slice.part);
      if (part === undefined) return null;
      return part.kind === 'text' ? (
        <Text key={part.id} {...{ part, slice, words }} />
      ) : (
        <Table key={part.id} {...{ part, slice, words }} />
      );
    })}
  </Paper>
);
