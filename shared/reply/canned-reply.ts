import type { Refused } from '../ticket/decision.ts';
import { refuse } from '../ticket/decision.ts';

/** What may stand in braces in a canned reply. */
export const REPLY_VARIABLES = ['customer', 'requester', 'reference', 'title', 'agent', 'due', 'tier'] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];
export type ReplyValues = Readonly<Record<ReplyVariable, string>>;

const IN_BRACES = /\{([^{}\n]*)\}/g;
const WITH_SPACE = /( ?)\{([^{}\n]*)\}/g;

const isVariable = (name: string): name is ReplyVariable => REPLY_VARIABLES.some((known) => known === name);

/** The names in braces that are no variable. */
export const unknownVariables = (text: string): string[] => [
  ...new Set([...text.matchAll(IN_BRACES)].map(([, name = '']) => name.trim()).filter((name) => !isVariable(name))),
];

/**
 * A text with its variables replaced; what is no variable stays as it is. A variable without a value goes with the space before it:
 * 'Hello,' where nobody knows the requester, and not 'Hello ,'.
 */
export const fillReply = (text: string, values: ReplyValues): string =>
  text.replace(WITH_SPACE, (whole, space: string, inner: string) => {
    const name = inner.trim();
    if (!isVariable(name)) return whole;
    return values[name] === '' ? '' : `${space}${values[name]}`;
  });

type Bodies = {
  readonly subjectEn: string | null;
  readonly bodyEn: string | null;
  readonly subjectFr: string | null;
  readonly bodyFr: string | null;
};

/** Why a canned reply cannot be kept; null where it can. */
export const checkReply = ({ subjectEn, bodyEn, subjectFr, bodyFr }: Bodies): Refused | null => {
  if ((bodyEn ?? '').trim() === '' && (bodyFr ?? '').trim() === '') {
    return refuse('reply/empty', 'A reply needs a text in English or in French.');
  }
  const unknown = [subjectEn, bodyEn, subjectFr, bodyFr].flatMap((text) => unknownVariables(text ?? ''));
  const [first] = unknown;
  if (first === undefined) return null;
  return refuse(
    'reply/unknown-variable',
    `{${first}} is no variable: use ${REPLY_VARIABLES.map((name) => `{${name}}`).join(', ')}.`,
    { variable: first, known: REPLY_VARIABLES.map((name) => `{${name}}`).join(', ') },
  );
};
