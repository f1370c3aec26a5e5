const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'enero'],
  ['february', 'fevrier', 'febrero'],
  ['march', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juin', 'junio'],
  ['july', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'decembre', 'diciembre'],
];

/**
 * The month, 1 to 12, that an English, French or Spanish name or its first three or more letters mean, without accents and in small
 * letters; null where it means none or several (`jui`).
 */
export const monthOfName = (name: string): number | null => {
  if (name.length < 3) return null;
  const matches = MONTHS.flatMap((names, index) => (names.some((full) => full.startsWith(name)) ? [index + 1] : []));
  return matches.length === 1 ? (matches[0] ?? null) : null;
};
