import { createHash } from 'node:crypto';
import { because, confidenceOf } from '../../../shared/import/guess/confidence.ts';
import { guessLanguage } from '../../../shared/import/guess/guess-language.ts';
import { jsonRows } from '../../../shared/import/guess/json-rows.ts';
import { findTierColumn } from '../../../shared/import/guess/propose-values.ts';
import { createTableSurvey, type TableSurvey } from '../../../shared/import/guess/survey-table.ts';
import { foldName, locateColumns } from '../../../shared/import/columns.ts';
import { GENERIC_COLUMNS } from '../../../shared/import/generic-columns.ts';
import type { GuessedFile } from '../../../shared/ipc/import-guess-schemas.ts';
import type { Encoding } from './detect-encoding.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';
import { createDialectSurvey, type DialectSurvey } from './survey-dialect.ts';
import { readText } from './read-text.ts';
import { takeRows, type TakeHooks } from './take-rows.ts';

export type LookedAt = {
  readonly file: InspectedFile;
  readonly survey: TableSurvey;
  readonly badRows: number;
  readonly told: Omit<GuessedFile, 'columns' | 'rows' | 'badRows' | 'sampleRows'>;
};

const guessedEncoding = ({ name, bomBytes, isAscii }: Encoding): GuessedFile['encoding'] => {
  const [confidence, kind] =
    bomBytes > 0
      ? ([1, 'mark'] as const)
      : isAscii
        ? ([1, 'ascii'] as const)
        : name === 'utf-8'
          ? ([0.99, 'validUtf8'] as const)
          : name === 'utf-16le' || name === 'utf-16be'
            ? ([0.95, 'zeroBytes'] as const)
            : ([0.85, 'letters'] as const);
  return { value: name, confidence, evidence: [because(kind)] };
};

/** The fingerprint of a header: the same for the same columns in any order. */
export const fingerprintOf = (names: readonly string[]): string =>
  createHash('sha256')
    .update([...new Set(names.map(foldName))].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);

/** The pair of columns that tell a customer's tier, where there is one. */
const tierPair = (names: readonly string[]) => {
  const said = findTierColumn(names);
  const { customer } = GENERIC_COLUMNS;
  const key = names.findIndex((name) =>
    locateColumns([name], { customer: [...customer, 'entité', 'entity'] }).has('customer'),
  );
  return said === null || key < 0 || key === said ? null : { key, said };
};

const surveyDialect = async (file: InspectedFile, hooks: TakeHooks): Promise<DialectSurvey | null> => {
  const survey = createDialectSurvey();
  for await (const block of readText(file, file.encoding, { ...hooks, onBytes: () => undefined })) {
    survey.push(block);
    await hooks.pause();
  }
  return survey.end();
};

const surveyRows = async (file: InspectedFile, nowMs: number, hooks: TakeHooks) => {
  let badRows = 0;
  const taking = { ...hooks, onError: () => void badRows++, onWarning: () => undefined };
  if (file.format === 'csv') {
    const { names } = file.head;
    const survey = createTableSurvey(names, nowMs, tierPair(names));
    await takeRows(file, { kind: 'rows', take: survey.take }, taking);
    return { names, survey: survey.result(), badRows };
  }
  const { names, records, cellsOf } = jsonRows(file.head.value);
  const survey = createTableSurvey(names, nowMs, tierPair(names));
  await takeRows(file, { kind: 'records', records, take: (record) => survey.take(cellsOf(record)) }, taking);
  return { names, survey: survey.result(), badRows };
};

/** Looks at every row of a file: its delimiter first, then what its columns hold. */
export const lookAtFile = async (inspected: InspectedFile, nowMs: number, hooks: TakeHooks): Promise<LookedAt> => {
  let file = inspected;
  let delimiter: GuessedFile['delimiter'] = null;
  if (file.format === 'csv' && file.hasDeclaration) {
    delimiter = { value: file.delimiter, confidence: 1, evidence: [because('declared')] };
  } else if (file.format === 'csv') {
    const found = await surveyDialect(file, hooks);
    if (found !== null && found.delimiter !== file.delimiter)
      file = await inspectFile(inspected, hooks.signal, { encoding: null, delimiter: found.delimiter });
    const [count, total] = [found?.agreeing ?? 0, found?.total ?? 0];
    const confidence = found === null ? 0.3 : confidenceOf(0.4 + (0.6 * count) / Math.max(1, total));
    const value = found?.delimiter ?? ',';
    delimiter = { value, confidence, evidence: [because('agreeingRows', { count, total })] };
  }
  const { names, survey, badRows } = await surveyRows(file, nowMs, hooks);
  return {
    ...{ file, survey, badRows },
    told: {
      ...{ name: file.name, format: file.format, encoding: guessedEncoding(file.encoding), delimiter },
      language: guessLanguage(names),
      fingerprint: fingerprintOf(names),
    },
  };
};
