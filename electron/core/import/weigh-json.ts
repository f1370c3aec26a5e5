const [QUOTE, BACKSLASH, COMMA, LINE_END] = [0x22, 0x5c, 0x2c, 0x0a];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

/** Where a text in quotes that begins at `from` ends; the text's own end where it does not. */
const endOfText = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
};

/** How deep a JSON text is nested, and about how many values and lines it has, without making any of them. */
export const weighJson = (text: string): { readonly depth: number; readonly values: number } => {
  let depth = 0;
  let deepest = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at + 1);
    else if (OPENS.has(code)) {
      values++;
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (CLOSES.has(code)) depth--;
    else if (code === COMMA || code === LINE_END) values++;
  }
  return { depth: deepest, values };
};
