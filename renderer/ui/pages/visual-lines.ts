/** Characters whose tops differ by more stand in different lines. */
const APART_PX = 4;

/** The lines into which a text is broken where it stands; one where it is empty. */
export const visualLines = (element: Element): string[] => {
  const node = element.firstChild;
  if (!(node instanceof Text)) return [''];
  const text = node.data;
  const range = document.createRange();
  const topAt = (index: number): number => {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect().top;
  };
  const lines: string[] = [];
  let start = 0;
  let topPx = -Infinity;
  const begin = (index: number, top: number): void => {
    if (topPx !== -Infinity) lines.push(text.slice(start, index).trimEnd());
    start = topPx === -Infinity ? 0 : index;
    topPx = top;
  };
  for (const { 0: word, index: first } of text.matchAll(/[^ \t\n]+/g)) {
    const last = first + word.length - 1;
    const firstPx = topAt(first);
    if (firstPx > topPx + APART_PX) begin(first, firstPx);
    // A word is broken where it has a hyphen, or where it is longer than a line.
    const lastPx = topAt(last);
    let from = first;
    while (lastPx > topPx + APART_PX) {
      let to = last;
      while (to - from > 1) {
        const middle = (from + to) >> 1;
        if (topAt(middle) > topPx + APART_PX) to = middle;
        else from = middle;
      }
      begin(to, topAt(to));
      from = to;
    }
  }
  lines.push(text.slice(start).trimEnd());
  return lines;
};
