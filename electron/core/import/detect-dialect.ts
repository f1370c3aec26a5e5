export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES_LOOKED_AT = 25;

/** How often each delimiter stands outside quotes, for each of the first records of a text. */
const countByRecord = (text: string): number[][] => {
  const records: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let isQuoted = false;
  let isEmpty = true;
  for (let i = 0; i < text.length && records.length < LINES_LOOKED_AT; i++) {
    const char = text.charAt(i);
    if (char === '"') isQuoted = !isQuoted;
    else if (char === '\n' && !isQuoted) {
      if (!isEmpty) records.push(counts);
      counts = DELIMITERS.map(() => 0);
      isEmpty = true;
      continue;
    } else if (!isQuoted) {
      const which = DELIMITERS.findIndex((delimiter) => delimiter === char);
      if (which >= 0) counts[which] = (counts[which] ?? 0) + 1;
    }
    if (char !== '\r') isEmpty = false;
  }
  if (records.length === 0 && !isEmpty) records.push(counts);
  return records;
};

/** `sep=;` on a line of its own: how spreadsheets are told the delimiter. */
export const declaredDelimiter = (text: string): Delimiter | null => {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === declared) ?? null;
};

/** The delimiter that the first records of a table agree on best: as often in each as in the header. A comma where there is none. */
export const detectDelimiter = (text: string): Delimiter => {
  const declared = declaredDelimiter(text);
  if (declared !== null) return declared;
  const records = countByRecord(text);
  const [header] = records;
  let best: Delimiter = ',';
  let bestScore = 0;
  DELIMITERS.forEach((delimiter, index) => {
    const expected = header?.[index] ?? 0;
    if (expected === 0) return;
    const agreeing = records.filter((counts) => counts[index] === expected).length;
    const score = (agreeing / records.length) * 100 + expected;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  });
  return best;
};
