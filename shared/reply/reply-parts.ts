import type { Language } from '../i18n/language.ts';
import type { CannedReply } from '../ipc/desk-schemas.ts';
import { REPLY_VARIABLES, type ReplyVariable } from './canned-reply.ts';

/** A piece of a canned reply: as it stands, a variable, or braces around what is none. */
export type ReplyPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: ReplyVariable }
  | { readonly kind: 'unknown'; readonly text: string };

const BRACES = /(\{[^{}\n]*\})/;

/** A reply in pieces, in order, to show what is filled in and what cannot be. */
export const replyParts = (text: string): ReplyPart[] =>
  text
    .split(BRACES)
    .filter((piece) => piece !== '')
    .map((piece): ReplyPart => {
      if (!BRACES.test(piece)) return { kind: 'text', text: piece };
      const inner = piece.slice(1, -1).trim();
      const name = REPLY_VARIABLES.find((variable) => variable === inner);
      return name === undefined ? { kind: 'unknown', text: piece } : { kind: 'variable', name };
    });

/** A reply in one language, as it stands. */
export type ReplyText = { readonly language: Language; readonly subject: string | null; readonly body: string };

type Texts = Pick<CannedReply, 'subjectEn' | 'bodyEn' | 'subjectFr' | 'bodyFr'>;

const textIn = (reply: Texts, language: Language): ReplyText | null => {
  const [subject, body] = language === 'en' ? [reply.subjectEn, reply.bodyEn] : [reply.subjectFr, reply.bodyFr];
  return body === null || body.trim() === '' ? null : { language, subject, body };
};

/** A language in which a reply has no text. */
export const missingLanguages = (reply: Texts): Language[] =>
  (['en', 'fr'] as const).filter((language) => textIn(reply, language) === null);

/** The text of a reply in a language, or in the other where it has none in that one. */
export const replyIn = (reply: Texts, language: Language): ReplyText & { readonly isMissingLanguage: boolean } => {
  const wanted = textIn(reply, language);
  const text = wanted ?? textIn(reply, language === 'en' ? 'fr' : 'en');
  return {
    ...(text ?? { language, subject: null, body: '' }),
    isMissingLanguage: wanted === null,
  };
};
