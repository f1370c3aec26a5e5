import type { Priority } from '../sla/policy.ts';
import { foldName } from './columns.ts';

/** `planning` is the fifth of five: it is read as P4, and the file is told so once. */
export type ReadPriority = Priority | 'planning' | null;

const WORDS: readonly (readonly [ReadPriority, string])[] = [
  [
    'P1',
    'critical critique critica critico urgent urgente urgency highest blocker bloquant bloquante veryhigh treshaute treselevee muyalta',
  ],
  ['P2', 'high haute haut elevee eleve alta alto important importante'],
  ['P3', 'medium moderate moderee modere moyenne moyen normal normale media medio moderada moderado average'],
  [
    'P4',
    'low basse bas faible baja bajo minor mineure mineur menor lowest verylow tresbasse tresfaible muybaja trivial',
  ],
  ['planning', 'planning planification planificacion planned'],
];

const PRIORITY_BY_WORD = new Map<string, ReadPriority>(
  WORDS.flatMap(([priority, words]) => words.split(' ').map((word) => [word, priority] as const)),
);

const BY_DIGIT: Readonly<Record<string, ReadPriority>> = {
  '1': 'P1',
  '2': 'P2',
  '3': 'P3',
  '4': 'P4',
  '5': 'planning',
};
/** Freshdesk counts the other way. */
const BY_RISING_DIGIT: Readonly<Record<string, ReadPriority>> = { '1': 'P4', '2': 'P3', '3': 'P2', '4': 'P1' };

/** A sign would be lost in folding. */
const NEGATIVE = /^\s*-/;
const LEADING_DIGIT = /^(?:p|priority|priorite|prioridad|sev|severity)?(\d)(?:\D|$)/;
const FLOAT = /^(\d)\.0+$/;

/**
 * A priority as exports write it: `1`, `3 - Moderate`, `P2`, or a word in English, French or Spanish. Null where it is none of them:
 * what is not obvious is not guessed.
 */
export const readPriority = (text: string, order: 'falling' | 'rising' = 'falling'): ReadPriority => {
  if (NEGATIVE.test(text)) return null;
  const folded = foldName(text.replace(FLOAT, '$1'));
  const word = PRIORITY_BY_WORD.get(folded);
  if (word !== undefined) return word;
  const digit = LEADING_DIGIT.exec(folded)?.[1];
  if (digit !== undefined) return (order === 'falling' ? BY_DIGIT : BY_RISING_DIGIT)[digit] ?? null;
  const [first = '', ...rest] = text.trim().split(/[\s/()-]+/);
  return rest.length > 0 ? (PRIORITY_BY_WORD.get(foldName(first)) ?? null) : null;
};
