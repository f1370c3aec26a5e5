import { isRecord } from './json-table.ts';

const MOST_NODES = 10_000;
const BREAKING = new Set([
  'paragraph',
  'heading',
  'listItem',
  'codeBlock',
  'blockquote',
  'hardBreak',
  'rule',
  'tableRow',
]);

/** The text of a comment: a text as it is, or that of a document of Jira Cloud's (ADF), a line a paragraph. */
export const jiraText = (body: unknown): string => {
  if (typeof body === 'string') return body.trim();
  const parts: string[] = [];
  // A stack, not a recursion: how deep a file nests is not ours to choose.
  const stack: unknown[] = [body];
  for (let seen = 0; stack.length > 0 && seen < MOST_NODES; seen++) {
    const node = stack.pop();
    if (typeof node === 'string') parts.push(node);
    if (!isRecord(node)) continue;
    const { text, content, type } = node;
    if (typeof text === 'string') parts.push(text);
    else if (isRecord(node['attrs']) && typeof node['attrs']['text'] === 'string') parts.push(node['attrs']['text']);
    if (typeof type === 'string' && BREAKING.has(type)) stack.push('\n');
    if (Array.isArray(content)) for (const child of [...content].reverse()) stack.push(child);
  }
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim();
};
