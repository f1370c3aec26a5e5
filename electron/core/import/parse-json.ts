import { VigieError } from '../../../shared/ipc/reply.ts';
import { looksLikeMojibake, repairMojibake } from './repair-mojibake.ts';

const attempt = (text: string): { readonly value: unknown } | null => {
  try {
    const value: unknown = looksLikeMojibake(text)
      ? JSON.parse(text, (_key, each: unknown) => (typeof each === 'string' ? repairMojibake(each) : each))
      : JSON.parse(text);
    return { value };
  } catch {
    return null;
  }
};

/**
 * A JSON text as a value. One value a line (as some products export) is read as their list, with null for a line that cannot be read, so
 * that positions stay line numbers.
 */
export const parseJson = (name: string, text: string): unknown => {
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
