import { randomBytes } from 'node:crypto';
import type { ErasureScope } from '../../../shared/customer/customer-event.ts';
import type { Mark, Marks } from '../../../shared/privacy/erased.ts';
import { createFinder, markOf, nameMark, type Finder } from '../../../shared/privacy/find-marks.ts';
import { foldText } from '../../../shared/search/find-words.ts';
import { hashOf } from './hash-of.ts';

/** Whose data is looked for: customers that are one, or a person, by names, addresses and numbers. */
export type Subject = {
  readonly scope: ErasureScope;
  /** Of a customer: it and what became part of it. Of a person: where it is a contact. */
  readonly customerIds: ReadonlySet<number>;
  readonly contactIds: ReadonlySet<string>;
  readonly marks: Marks;
  readonly finder: Finder;
};

/** One word alone means too many things to be looked for in texts, and so does a short number. */
const isTelling = (text: string): boolean => {
  const words = text.trim().split(/[\s.@_-]+/);
  const digits = text.replaceAll(/\D/g, '').length;
  const letters = text.replaceAll(/[^\p{L}]/gu, '').length;
  return letters === 0 ? digits >= 8 : words.length >= 2;
};

/** What a person is found by. */
export const tellingTexts = (texts: readonly (string | null)[]): string[] => [
  ...new Map(
    texts.flatMap((text) => (text !== null && isTelling(text) ? [[foldText(text.trim()), text] as const] : [])),
  ).values(),
];

type Wanted = Pick<Subject, 'scope' | 'customerIds' | 'contactIds'> & {
  readonly names: readonly string[];
  readonly people: readonly string[];
};

export const subjectOfMarks = (subject: Omit<Subject, 'finder'>): Subject => ({
  ...subject,
  finder: createFinder(subject.marks, hashOf),
});

/** A subject with marks of its own. */
export const newSubject = ({ names, people, ...subject }: Wanted): Subject => {
  const salt = randomBytes(16).toString('hex');
  const marks = people.map((text) => markOf(text, salt, hashOf)).filter((mark): mark is Mark => mark !== null);
  return subjectOfMarks({
    ...subject,
    marks: { salt, names: [...new Set(names.map((name) => nameMark(name, salt, hashOf)))], people: marks },
  });
};
