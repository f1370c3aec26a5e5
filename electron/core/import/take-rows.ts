import type { LineIssue } from '../../../shared/import/imported-ticket.ts';
import type { Intake } from '../../../shared/import/profile.ts';
import type { InspectedFile } from './inspect-file.ts';
import { createCsvReader } from './read-csv.ts';
import { readText, type ReadHooks } from './read-text.ts';
import { looksLikeMojibake, repairMojibake } from './repair-mojibake.ts';

export type TakeHooks = ReadHooks & {
  /** Lets others have their turn where it is time. */
  readonly pause: () => Promise<void>;
  readonly onError: (issue: LineIssue) => void;
  readonly onWarning: (issue: LineIssue) => void;
};

type CsvFile = Extract<InspectedFile, { format: 'csv' }>;

const takeCsv = async (file: CsvFile, intake: Intake, hooks: TakeHooks): Promise<number> => {
  let rows = 0;
  let isHeader = true;
  let isSuspicious = false;
  let repaired = 0;
  const repair = (cell: string): string => {
    const right = repairMojibake(cell);
    if (right !== cell) repaired++;
    return right;
  };
  const csv = createCsvReader(
    file.delimiter,
    {
      onRecord: (cells, line) => {
        if (isHeader) {
          isHeader = false;
          return;
        }
        rows++;
        if (intake.kind === 'rows') intake.take(isSuspicious ? cells.map(repair) : cells, line);
      },
      onBadLine: (line, reason) => {
        rows++;
        hooks.onError({ file: file.name, line, reason });
      },
    },
    file.hasDeclaration ? 2 : 1,
  );
  let isDeclared = file.hasDeclaration;
  for await (const block of readText(file, file.encoding, hooks)) {
    isSuspicious ||= !file.encoding.isAscii && looksLikeMojibake(block);
    csv.push(isDeclared ? block.slice(block.indexOf('\n') + 1) : block);
    isDeclared = false;
    await hooks.pause();
  }
  csv.end();
  if (repaired > 0) {
    const reason = `${repaired} cells held UTF-8 that was once read as windows-1252 ('Ã©' for 'é'); they were put right`;
    hooks.onWarning({ file: file.name, line: 1, reason });
  }
  return rows;
};

/** Gives every record of a file to its intake; returns how many there were, read or not. */
export const takeRows = async (file: InspectedFile, intake: Intake, hooks: TakeHooks): Promise<number> => {
  if (file.format === 'csv') return takeCsv(file, intake, hooks);
  if (intake.kind !== 'records') return 0;
  let position = 0;
  for (const record of intake.records) {
    intake.take(record, ++position);
    await hooks.pause();
  }
  return position;
};
