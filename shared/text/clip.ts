/** Cells and lines of a window show no more of a text, however long it is. */
export const SHOWN_IN_LINE = 400;
/** As long as anything that is typed may be; only files tell more. */
export const SHOWN_IN_PARAGRAPH = 20_000;

/** The beginning of a text that is longer than can be shown, no letter of it cut; else the text itself. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  const isCut = last >= 0xd800 && last < 0xdc00;
  return `${text.slice(0, isCut ? most - 1 : most)}…`;
};
