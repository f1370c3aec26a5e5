/** A line of a report as it is set: a paragraph, or a point of a list. */
export type Paragraph = {
  readonly text: string;
  /** How deep a point is, from 1; 0 for a paragraph. */
  readonly level: number;
  /** An empty line was left before it. */
  readonly isApart: boolean;
};

const DEEPEST = 3;
/** Blanks that set a point one level deeper; a tab counts as so many. */
const STEP = 2;
const POINT = /^([ \t]*)[-*•–][ \t]+(.*)$/s;
/** A point that nobody filled in. */
const EMPTY_POINT = /^[ \t]*[-*•–][ \t]*$/;

const levelOf = (indent: string): number =>
  Math.min(DEEPEST, 1 + Math.floor(indent.replaceAll('\t', ' '.repeat(STEP)).length / STEP));

/** The paragraphs of a text as somebody types it: a line is one, `- ` begins a point. Points that are empty are left out. */
export const paragraphsOf = (text: string): Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let isApart = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      isApart = paragraphs.length > 0;
      continue;
    }
    if (EMPTY_POINT.test(line)) continue;
    const [, indent = '', point] = POINT.exec(line) ?? [];
    paragraphs.push({ text: (point ?? line).trim(), level: point === undefined ? 0 : levelOf(indent), isApart });
    isApart = false;
  }
  return paragraphs;
};

/** Whether a section holds nothing but what it began with. */
export const isUnwritten = (text: string, template: string): boolean => {
  const paragraphs = paragraphsOf(text);
  return paragraphs.length === 0 || JSON.stringify(paragraphs) === JSON.stringify(paragraphsOf(template));
};
