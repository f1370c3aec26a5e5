/** Who may be written to by a link in the window; what is written by `mail:compose` is the user's own. */
const MAIL_TO = 'obs-cloud-z3.servicedesk@orange.com';
/** What a link may fill in: others, as `attach` or `bcc`, are not for it to say. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(['subject', 'body']);

const WEB_ORIGIN = 'https://cloud.orange-business.com';

const parsed = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

/** An address as it may be handed to the system's browser or mail program; null for any but those of the offer. */
export const externalUrl = (text: string): string | null => {
  const url = parsed(text);
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'https:') return url.origin === WEB_ORIGIN ? url.href : null;
  const isMail = url.protocol === 'mailto:' && url.pathname === MAIL_TO && url.hash === '';
  return isMail && [...url.searchParams.keys()].every((name) => MAIL_FIELDS.has(name)) ? url.href : null;
};
