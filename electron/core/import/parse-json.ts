import { VigieError } from '../../../shared/ipc/reply.ts';
import { storable } from '../../../shared/text/storable.ts';
import { looksLikeMojibake, repairMojibake } from './repair-mojibake.ts';
import { weighJson } from './weigh-json.ts';

/** No export is deeper; what reads it goes down as deep. */
const DEEPEST = 200;
/** Values, with the lines: what they need in memory is many times what they are in a file. */
const MOST_VALUES = 8_000_000;

/** A NUL, or what may be half of a pair. */
const ODD_LETTER = /\\u(?:0000|d[89a-f])/i;

const attempt = (text: string): { readonly value: unknown } | null => {
  try {
    const isGarbled = looksLikeMojibake(text);
    if (!isGarbled && !ODD_LETTER.test(text)) return { value: JSON.parse(text) };
    const right = (told: string): string => storable(isGarbled ? repairMojibake(told) : told);
    return { value: JSON.parse(text, (_key, each: unknown) => (typeof each === 'string' ? right(each) : each)) };
  } catch {
    return null;
  }
};

const refuseBombs = (name: string, text: string): void => {
  const { depth, values } = weighJson(text);
  if (depth > DEEPEST) {
    throw new VigieError(
      'import/not-json',
      `'${name}' is nested more than ${DEEPEST} deep, which no export is; export the tickets again.`,
    );
  }
  if (values > MOST_VALUES) {
    throw new VigieError(
      'import/too-large',
      `'${name}' holds more than ${MOST_VALUES / 1_000_000} million values; split the export by date and import the parts one after another: ` +
        'nothing is doubled.',
    );
  }
};

/**
 * A JSON text as a value. One value a line (as some products export) is read as their list, with null for a line that cannot be read, so
 * that positions stay line numbers.
 */
export const parseJson = (name: string, text: string): unknown => {
  refuseBombs(name, text);
  const whole = attempt(text);
  if (whole !== null) return whole.value;
  const lines = text.trimEnd().split('\n');
  const [first = '', second] = lines;
  if (second !== undefined && attempt(first) !== null) return lines.map((line) => attempt(line)?.value ?? null);
  throw new VigieError(
    'import/not-json',
    `'${name}' begins like JSON and is not: it is damaged or cut off; export it again.`,
  );
};
