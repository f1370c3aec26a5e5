import { z } from 'zod';
import { foldName, type Columns, type Synonyms } from '../import/columns.ts';
import { ownValue } from '../import/own-value.ts';
import type { TierId } from '../sla/policy.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import { CONTACT_ROLES, type ContactRole } from './contact-role.ts';
import type { CustomerFacts } from './customer-event.ts';

export const CUSTOMER_FIELDS = [
  ...(['name', 'tier', 'since', 'language', 'platforms', 'site', 'note'] as const),
  ...(['contactName', 'contactMail', 'contactPhone', 'contactRole'] as const),
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

const named = (...lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(', '));

/** Names of the columns of a list of customers, in English and French, best first; compared without case, accents, blanks and signs. */
export const CUSTOMER_COLUMNS: Synonyms<CustomerField> = {
  name: named('name, customer, customer name, company, account, nom, client, nom du client, société, raison sociale'),
  tier: named('tier, support tier, support level, offer, niveau, niveau de support, offre, offre de support'),
  since: named(
    'since, tier since, activated, activated on, activation date, from, start date, depuis, depuis le',
    "date d'activation, activé le, date de début, à partir du",
  ),
  language: named('language, lang, langue'),
  platforms: named('platforms, platform, plateformes, plateforme'),
  site: named('site, console, vcd site, site vcd'),
  note: named('note, notes, comment, remark, remarque, commentaire'),
  contactName: named('contact name, contact, nom du contact, nom contact, interlocuteur'),
  contactMail: named(
    'contact mail, contact e-mail, mail, e-mail, courriel, courriel du contact, mail du contact, adresse e-mail',
  ),
  contactPhone: named('contact phone, phone, telephone, téléphone, téléphone du contact, tél, tel'),
  contactRole: named('contact role, role, rôle, rôle du contact, fonction'),
};

/** A person of the customer as one line tells of them; null is not told. */
export type ToldContact = {
  readonly name: string;
  readonly role: ContactRole | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** One line of a list of customers. What is null is not told. */
export type CustomerLine = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly tier: TierId | null;
  readonly sinceMs: InstantMs | null;
  readonly language: CustomerFacts['language'];
  readonly platforms: CustomerFacts['platforms'] | null;
  readonly site: string | null;
  readonly note: string | null;
  readonly contact: ToldContact | null;
};

const LANGUAGES: Readonly<Record<string, 'en' | 'fr'>> = {
  ...{ en: 'en', eng: 'en', english: 'en', anglais: 'en', engb: 'en', enus: 'en' },
  ...{ fr: 'fr', fra: 'fr', fre: 'fr', french: 'fr', francais: 'fr', frfr: 'fr' },
};

const ROLES: Readonly<Record<string, ContactRole>> = {
  ...{ referent: 'referent', contractreferent: 'referent', referentcontrat: 'referent', referentducontrat: 'referent' },
  ...{ technical: 'technical', technique: 'technical', tech: 'technical' },
  ...{ billing: 'billing', facturation: 'billing', comptabilite: 'billing' },
  ...{ other: 'other', autre: 'other' },
};

const LONGEST_LINE = 400;
const LONGEST_NOTE = 20_000;
const mail = z.email();

export type LineReading =
  { readonly kind: 'line'; readonly line: CustomerLine } | { readonly kind: 'error'; readonly reason: string };

export type LineContext = {
  readonly file: string;
  readonly line: number;
  readonly tiers: readonly TierId[];
  /** Null where the text is no date. */
  readonly readTime: (text: string) => InstantMs | null;
  readonly nowMs: InstantMs;
};

/** Raised while a line is read: what is wrong with it. */
class WrongLine extends Error {}

const wrong = (reason: string): never => {
  throw new WrongLine(reason);
};

const short = (text: string | null, what: string, most = LONGEST_LINE): string | null =>
  text !== null && text.length > most ? wrong(`has a ${what} of more than ${most} characters`) : text;

const platformsOf = (text: string | null): CustomerFacts['platforms'] | null => {
  if (text === null) return null;
  const wanted = text.split(/[\s,;/+|&]+/).filter((part) => part !== '');
  const found = wanted.map(
    (part) =>
      PLATFORMS.find((platform) => platform === part.toUpperCase()) ??
      wrong(`says platform '${part}', which is none of ${PLATFORMS.join(', ')}`),
  );
  return PLATFORMS.filter((platform) => found.includes(platform));
};

const contactOf = (cell: (field: CustomerField) => string | null): ToldContact | null => {
  const name = short(cell('contactName'), 'contact name');
  const [email, phone, told] = [cell('contactMail'), short(cell('contactPhone'), 'contact phone'), cell('contactRole')];
  if (name === null)
    return email === null && phone === null ? null : wrong('has a mail or a phone of a contact, and no contact name');
  if (email !== null && !mail.safeParse(email).success) wrong(`says contact mail '${email}', which is no address`);
  const role =
    told === null
      ? null
      : (ownValue(ROLES, foldName(told)) ?? wrong(`says contact role '${told}'; use ${CONTACT_ROLES.join(', ')}`));
  return { name, role, email, phone };
};

const tierOf = (text: string | null, tiers: readonly TierId[]): TierId | null => {
  if (text === null) return null;
  const tier = tiers.find((one) => foldName(one) === foldName(text));
  return tier ?? wrong(`says tier '${text}', which is none of the offer; use ${tiers.join(', ')}`);
};

const sinceOf = (text: string | null, tier: TierId | null, { readTime, nowMs }: LineContext): InstantMs | null => {
  if (text === null) return null;
  const ms = readTime(text) ?? wrong(`says since '${text}', which is no date; use 2026-01-31 or 31/01/2026`);
  if (tier === null) wrong(`says since when (${text}), and no tier`);
  if (ms > nowMs)
    wrong(`says since '${text}', which is to come: order a change of tier on the customer's page instead`);
  return ms;
};

/** Reads one line of a list of customers; a wrong value costs the line. */
export const readCustomerLine = (
  columns: Columns<CustomerField>,
  cells: readonly string[],
  context: LineContext,
): LineReading => {
  const cell = (field: CustomerField): string | null => columns.cell(cells, field);
  try {
    const name = short(cell('name'), 'name') ?? wrong('names no customer');
    const told = cell('language');
    const tier = tierOf(cell('tier'), context.tiers);
    const line: CustomerLine = {
      ...{ file: context.file, line: context.line, name, tier },
      sinceMs: sinceOf(cell('since'), tier, context),
      language:
        told === null ? null : (ownValue(LANGUAGES, foldName(told)) ?? wrong(`says language '${told}'; use en or fr`)),
      platforms: platformsOf(cell('platforms')),
      site: short(cell('site'), 'site'),
      note: short(cell('note'), 'note', LONGEST_NOTE),
      contact: contactOf(cell),
    };
    return { kind: 'line', line };
  } catch (error) {
    if (error instanceof WrongLine) return { kind: 'error', reason: error.message };
    throw error;
  }
};
