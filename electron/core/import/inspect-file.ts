import type { Head } from '../../../shared/import/profile.ts';
import { unreadable, type CheckedFile } from './check-file.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { detectDelimiter, declaredDelimiter, type Delimiter } from './detect-dialect.ts';
import { detectEncoding, type Encoding, type EncodingName } from './detect-encoding.ts';
import { createCsvReader } from './read-csv.ts';
import { parseJson } from './parse-json.ts';
import { readText } from './read-text.ts';
import { repairMojibake } from './repair-mojibake.ts';

/** A file of which is known how to read it. */
export type InspectedFile = CheckedFile & { readonly encoding: Encoding } & (
    | {
        readonly format: 'csv';
        readonly delimiter: Delimiter;
        /** The first line declares the delimiter, and the header follows it. */
        readonly hasDeclaration: boolean;
        readonly head: Extract<Head, { kind: 'table' }>;
      }
    | { readonly format: 'json'; readonly head: Extract<Head, { kind: 'json' }> }
  );

const HEAD_CHARS = 65_536;
/** The names of a table's columns end before this. */
const LONGEST_HEADER = 1_048_576;
const MOST_COLUMNS = 20_000;

/** The first record of a table; null where the text ends within it and goes on in the file. */
const firstRecord = (text: string, delimiter: Delimiter, isWhole: boolean): readonly string[] | null => {
  let header: readonly string[] | null = null;
  const reader = createCsvReader(delimiter, {
    onRecord: (cells) => {
      header ??= cells;
    },
    onBadLine: () => undefined,
  });
  reader.push(text);
  if (isWhole && header === null) reader.end();
  return header;
};

const isJson = (head: string): boolean => /^\s*[[{]/.test(head);

const noHeader = (name: string, what: string): VigieError =>
  new VigieError(
    'import/unknown-format',
    `'${name}' begins with a line of more than ${what}, which names no columns; export the tickets again.`,
  );

/** How a table is written, of its head; null where its first record ends further on. */
const tableOf = (head: string, isWhole: boolean, said: Delimiter | null) => {
  const hasDeclaration = declaredDelimiter(head) !== null;
  const delimiter = said ?? detectDelimiter(head);
  const body = hasDeclaration ? head.slice(head.indexOf('\n') + 1) : head;
  const names = firstRecord(body, delimiter, isWhole);
  return names === null && !isWhole ? null : { hasDeclaration, delimiter, names: names ?? [] };
};

/** How somebody says that a file is written; null is found out. */
export type Dialect = { readonly encoding: EncodingName | null; readonly delimiter: Delimiter | null };

const encodingOf = async (file: CheckedFile, said: EncodingName | null): Promise<Encoding> => {
  const found = await detectEncoding(file);
  // A mark is part of the file, whatever it is said to be.
  return said === null || said === found.name || found.bomBytes > 0 ? found : { ...found, name: said, isAscii: false };
};

/** Finds out how a file is encoded and written, and what stands at its start. JSON is read whole. */
export const inspectFile = async (
  file: CheckedFile,
  signal: AbortSignal,
  said: Dialect | null = null,
): Promise<InspectedFile> => {
  try {
    const encoding = await encodingOf(file, said?.encoding ?? null);
    const text = readText(file, encoding, { signal, onBytes: () => undefined });
    let head = '';
    let table: ReturnType<typeof tableOf> = null;
    for await (const block of text) {
      head += block;
      if (isJson(head) || head.length < HEAD_CHARS) continue;
      table = tableOf(head, false, said?.delimiter ?? null);
      if (table !== null) break;
      if (head.length > LONGEST_HEADER) throw noHeader(file.name, '1 MB');
    }
    if (isJson(head))
      return { ...file, encoding, format: 'json', head: { kind: 'json', value: parseJson(file.name, head) } };
    const {
      names = [],
      delimiter = ',',
      hasDeclaration = false,
    } = table ?? tableOf(head, true, said?.delimiter ?? null) ?? {};
    if (names.length > MOST_COLUMNS) throw noHeader(file.name, `${MOST_COLUMNS} cells`);
    return {
      ...{ ...file, encoding, format: 'csv', delimiter, hasDeclaration },
      head: { kind: 'table', names: names.map(repairMojibake) },
    };
  } catch (error) {
    throw unreadable(file.name, error);
  }
};
