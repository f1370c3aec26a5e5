const MOST_TOLD = 12;
const LONGEST_NAME = 80;

/** The columns of a file for a message: the first of them, each in one line. */
export const namesFound = (names: readonly string[]): string => {
  if (names.length === 0) return 'no columns';
  const told = names
    .slice(0, MOST_TOLD)
    .map((name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name));
  return told.join(', ') + (names.length > MOST_TOLD ? ', ...' : '');
};
