const LONGEST_TIME = 48;

/** Texts that are no time at a glance: most cells of a table. */
export const isUnreadable = (text: string): boolean => {
  if (text.length < 6 || text.length > LONGEST_TIME) return true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return false;
  }
  return true;
};
