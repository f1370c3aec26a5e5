import { offsetAt, type Zone } from '../calendar/zone.ts';
import type { IcsEvent } from './ics.ts';
import type { TimedSession } from './session.ts';
import { ASSIGNMENT_NAMES } from './templates.ts';

type Language = 'en' | 'fr';
type Told = TimedSession & { readonly customer: string };

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const;

/** Wall times in Europe/Paris, by the compiled table: `shared/` formats what it has shifted to UTC. */
const partsOf = (ms: number, paris: Zone, language: Language) => {
  const localMs = ms + offsetAt(paris, ms);
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeZone: 'UTC' }).format(localMs);
  return { day, time: new Date(localMs).toISOString().slice(11, 16) };
};

/** When a session is, in words: `Tuesday 1 December 2026, 10:00 to 11:00 (Europe/Paris)`. */
export const sessionTime = ({ startMs, endMs }: TimedSession, paris: Zone, language: Language): string => {
  const start = partsOf(startMs, paris, language);
  const end = partsOf(endMs, paris, language);
  const endText = end.day === start.day ? end.time : `${end.day} ${end.time}`;
  return language === 'fr'
    ? `${start.day}, de ${start.time} à ${endText} (Europe/Paris)`
    : `${start.day}, ${start.time} to ${endText} (Europe/Paris)`;
};

const WORDS = {
  en: {
    ...{ subject: 'Coaching session', hello: 'Hello,', intro: 'We invite you to this coaching session:', when: 'When' },
    ...{ expert: 'Expert', place: 'Place', link: 'Link', objectives: 'What it is for', attendees: 'With' },
    bye: 'If the time does not suit you, answer this message and we will find another.\n\nKind regards,',
  },
  fr: {
    ...{
      subject: 'Séance de coaching',
      hello: 'Bonjour,',
      intro: 'Nous vous convions à cette séance de coaching\u00a0:',
    },
    ...{ when: 'Quand', expert: 'Expert', place: 'Lieu', link: 'Lien', objectives: 'Objectifs', attendees: 'Avec' },
    bye: 'Si l’heure ne vous convient pas, répondez à ce message et nous en trouverons une autre.\n\nCordialement,',
  },
} as const;

const line = (name: string, value: string, language: Language): string =>
  `${name}${language === 'fr' ? '\u00a0:' : ':'} ${value}`;

/** The invitation to a session as a mail, which somebody sends. */
export const invitationOf = (
  session: Told,
  paris: Zone,
  language: Language,
): { readonly subject: string; readonly body: string } => {
  const words = WORDS[language];
  const name = ASSIGNMENT_NAMES[session.assignment][language];
  const { expert, place, link, objectives, attendees } = session;
  const facts = [
    line(words.when, sessionTime(session, paris, language), language),
    line(words.expert, expert, language),
    ...(attendees.length === 0 ? [] : [line(words.attendees, attendees.map((one) => one.name).join(', '), language)]),
    ...(place === null ? [] : [line(words.place, place, language)]),
    ...(link === null ? [] : [line(words.link, link, language)]),
    ...(objectives.length === 0 ? [] : [`${line(words.objectives, '', language).trimEnd()}`]),
    ...objectives.map((one) => `- ${one}`),
  ];
  const subject = `${words.subject}${language === 'fr' ? '\u00a0:' : ':'} ${name}, ${sessionTime(session, paris, language)}`;
  return { subject, body: [words.hello, '', words.intro, '', ...facts, '', words.bye, expert].join('\n') };
};

const STATUSES = { planned: 'TENTATIVE', confirmed: 'CONFIRMED', cancelled: 'CANCELLED', done: 'CONFIRMED' } as const;

/** A session as an event of a calendar file, in the session's own language. */
export const sessionIcs = (session: Told): IcsEvent => {
  const { id, version, startMs, endMs, language, attendees, place, link, state, customer, expert } = session;
  const name = ASSIGNMENT_NAMES[session.assignment][language];
  const status = state === 'asked' || state === 'noShow' ? 'CANCELLED' : STATUSES[state];
  return {
    ...{ uid: `${id}@vigie`, sequence: version, startMs, endMs, attendees, url: link, location: place ?? link, status },
    summary: `${customer}${language === 'fr' ? '\u00a0:' : ':'} ${name}`,
    description: [line(WORDS[language].expert, expert, language), ...session.objectives.map((one) => `- ${one}`)].join(
      '\n',
    ),
  };
};
