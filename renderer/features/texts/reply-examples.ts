import type { Language } from '../../../shared/i18n/language.ts';
import type { ReplyValues } from '../../../shared/reply/canned-reply.ts';

/** What the preview puts in for the variables: invented, and labelled as an example wherever it is shown. */
export const REPLY_EXAMPLES: Readonly<Record<Language, ReplyValues>> = {
  en: {
    customer: 'Atelier Kerguelen',
    requester: 'Claire Martin',
    reference: 'VIG-1042',
    title: 'vCD portal: sign-in fails',
    agent: 'Samir',
    due: 'Thu 26 Nov 14:00',
    tier: 'SILVER',
  },
  fr: {
    customer: 'Atelier Kerguelen',
    requester: 'Claire Martin',
    reference: 'VIG-1042',
    title: 'Portail vCD : connexion impossible',
    agent: 'Samir',
    due: 'jeu. 26 nov. 14:00',
    tier: 'SILVER',
  },
};
