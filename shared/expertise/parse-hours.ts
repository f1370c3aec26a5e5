const MOST_MIN = 100_000;

/** What a number without a unit counts. */
export type BareUnit = 'hours' | 'minutes';

/**
 * Minutes of hours as people write them: `10`, `10h`, `7h30`, `7:30`, `7.5`, `7,5 h`, `90 min`, with a sign where some are taken away. Null
 * where it is no such span, comes to no whole minute, or is beyond what a lot holds.
 */
export const parseHours = (text: string, bare: BareUnit): number | null => {
  const typed = text.toLowerCase().replaceAll(/\s/g, '').replaceAll(/[−–]/g, '-').replace(',', '.');
  const match = /^([+-]?)(?:(\d{1,4})(?:h|[h:]([0-5]\d)(?:m|mn|min)?)|(\d{1,6}(?:\.\d{1,2})?)(h|m|mn|min)?)$/.exec(
    typed,
  );
  if (match === null) return null;
  const [, sign, hours, minutes, amount, unit] = match;
  const isHours = unit === undefined ? bare === 'hours' : unit === 'h';
  const total = hours === undefined ? Number(amount) * (isHours ? 60 : 1) : Number(hours) * 60 + Number(minutes ?? '0');
  if (!Number.isInteger(total) || total === 0 || total > MOST_MIN) return null;
  return sign === '-' ? -total : total;
};
