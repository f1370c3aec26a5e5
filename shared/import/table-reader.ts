import { toldId, toldText } from './cell.ts';
import { foldName, locateColumns, missingColumns, type Columns, type Synonyms } from './columns.ts';
import { createFileReading, type FileReading } from './file-reading.ts';
import { tableOf } from './json-table.ts';
import type { Intake, ProfileReader, ReadOptions, SaidMapping } from './profile.ts';
import { createRowAssembler } from './row-assembler.ts';
import type { RowMeaning } from './row-values.ts';
import { readCategory } from './read-category.ts';
import { TIME_FIELDS, type RowComment, type TableField, type TableRow } from './table-row.ts';

/** How a table of tickets, or of a ticket's updates, is read. */
export type TableFormat = RowMeaning & {
  readonly columns: Synonyms<TableField>;
  /** Fields without which it is not this export; of a list, any one will do. */
  readonly required: readonly (TableField | readonly TableField[])[];
  /** Made of several columns: `category / subcategory / symptom`. */
  readonly titleParts?: readonly (readonly string[])[];
  /** The format fixes that the day comes before the month. */
  readonly isDayFirst?: boolean;
  /** Puts right what this export writes in a field: names on several lines, a number with blanks. Null is not told. */
  readonly clean?: Partial<Readonly<Record<TableField, (text: string) => string | null>>>;
  /** The columns of comments, one a cell, each with its instant. */
  readonly comments?: { readonly names: readonly string[]; readonly read: (cell: string) => RowComment | null };
};

const missingOf = (format: TableFormat, columns: Columns<TableField>): string[] =>
  format.required.flatMap((need) => {
    const fields: readonly TableField[] = typeof need === 'string' ? [need] : need;
    return fields.some((field) => columns.has(field))
      ? []
      : missingColumns(columns, format.columns, fields.slice(0, 1));
  });

const titleReader = (format: TableFormat, names: readonly string[], columns: Columns<TableField>) => {
  const { titleParts } = format;
  if (titleParts === undefined) return (cells: readonly string[]): string | null => columns.cell(cells, 'title');
  const parts = titleParts.map((part) => locateColumns(names, { part }));
  return (cells: readonly string[]): string | null => {
    const told = parts.flatMap((part) => part.cell(cells, 'part') ?? []);
    return told.length === 0 ? columns.cell(cells, 'title') : told.join(' / ');
  };
};

/** The columns of comments of a table; a row without any costs nothing. */
const commentReader = ({ comments }: TableFormat, names: readonly string[]) => {
  if (comments === undefined) return () => ({});
  const known = new Set(comments.names.map(foldName));
  const indexes = names.flatMap((name, index) => (known.has(foldName(name)) ? [index] : []));
  return (cells: readonly string[]): { readonly comments?: readonly RowComment[] } => {
    const told = indexes.flatMap((index) => {
      const text = toldText(cells[index]);
      return text === null ? [] : (comments.read(text) ?? []);
    });
    return told.length === 0 ? {} : { comments: told };
  };
};

const withSaid = (columns: Synonyms<TableField>, said: SaidMapping['columns'] | undefined): Synonyms<TableField> =>
  said === undefined ? columns : { ...columns, ...said };

const rowReader = (format: TableFormat, names: readonly string[], columns: Columns<TableField>, file: FileReading) => {
  const title = titleReader(format, names, columns);
  const comments = commentReader(format, names);
  return (cells: readonly string[], line: number): TableRow => {
    const cell = (field: TableField): string | null => {
      const text = columns.cell(cells, field);
      return text === null ? null : (format.clean?.[field] ?? String)(text);
    };
    const category = cell('category');
    return {
      file,
      line,
      reference: toldId(cell('reference') ?? undefined),
      opened: cell('opened'),
      updated: cell('updated'),
      event: cell('event'),
      responded: cell('responded'),
      resolved: cell('resolved'),
      closed: cell('closed'),
      reopened: cell('reopened'),
      sequence: cell('sequence'),
      state: cell('state'),
      substate: cell('substate'),
      priority: cell('priority'),
      customer: cell('customer'),
      requester: cell('requester'),
      channel: cell('channel'),
      group: toldId(cell('group') ?? undefined),
      assignee: toldId(cell('assignee') ?? undefined),
      title: title(cells),
      category: format.category ?? (category === null ? null : readCategory(category)),
      language: cell('language'),
      ...comments(cells),
    };
  };
};

/** Reads tables of one format, from CSV or from a JSON list of flat records. */
export const createTableReader = (format: TableFormat, options: ReadOptions): ProfileReader => {
  const rowsByReference = new Map<string, [TableRow, ...TableRow[]]>();
  const files: FileReading[] = [];

  const intake = (fileName: string, names: readonly string[]): Intake & { readonly kind: 'rows' | 'refused' } => {
    const synonyms = withSaid(format.columns, options.said?.columns);
    const columns = locateColumns(names, synonyms);
    const missing = missingOf(format, columns);
    if (missing.length > 0) return { kind: 'refused', missing };
    const file = createFileReading(fileName, options, format.isDayFirst === true ? 'dayFirst' : null);
    files.push(file);
    const times = TIME_FIELDS.filter((field) => columns.has(field));
    const read = rowReader(format, names, columns, file);
    return {
      kind: 'rows',
      take: (cells, line) => {
        const row = read(cells, line);
        if (row.reference === null) {
          file.error(line, `has no ${format.columns.reference[0] ?? 'reference'}, so it belongs to no ticket`);
          return;
        }
        for (const field of times) file.note(field, row[field]);
        for (const { at } of row.comments ?? []) file.note('comment', at);
        const rows = rowsByReference.get(row.reference);
        if (rows) rows.push(row);
        else rowsByReference.set(row.reference, [row]);
      },
    };
  };

  return {
    open: (fileName, head) => {
      if (head.kind === 'table') return intake(fileName, head.names);
      const table = tableOf(head.value, (name) => TIME_FIELDS.some((field) => format.columns[field].includes(name)));
      const rows = intake(fileName, table.names);
      if (rows.kind !== 'rows') return rows;
      return {
        kind: 'records',
        records: table.records,
        take: (record, line) => rows.take(table.cellsOf(record), line),
      };
    },
    *finish() {
      for (const file of files) file.warnOfDoubts();
      const assemble = createRowAssembler(format, options);
      const isLog = format.isLog(files.length === 0 ? [] : [...rowsByReference.values()]);
      for (const [reference, rows] of rowsByReference) {
        yield isLog ? assemble.log(reference, rows) : assemble.snapshot(reference, rows);
      }
    },
  };
};
