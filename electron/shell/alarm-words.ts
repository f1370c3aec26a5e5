import type { Language } from '../../shared/i18n/language.ts';
import type { Alarm, Alarmed } from '../../shared/ipc/watch-schemas.ts';
import { ALARM_KINDS, type AlarmCounts, type AlarmKind } from '../../shared/watch/alarm.ts';
import { menuTexts, type ShellTexts } from './texts.ts';

/** Tickets that a digest names; a notification shows four lines. */
const MOST_NAMED = 3;

const put = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const counted = (text: ShellTexts, language: Language, key: `count.${AlarmKind}` | 'more', count: number): string => {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other';
  return put(text[`watch.${key}.${form}`], { count: new Intl.NumberFormat(language).format(count) });
};

/** `3 breached, 2 at risk`; empty where nothing is. */
export const countWords = (counts: Partial<AlarmCounts>, language: Language): string =>
  ALARM_KINDS.filter((kind) => (counts[kind] ?? 0) > 0)
    .map((kind) => counted(menuTexts(language), language, `count.${kind}`, counts[kind] ?? 0))
    .join(', ');

const aboutTicket = ({ priority, customer, title }: Alarm): string =>
  [priority, customer, title].filter((part) => part !== null).join(' · ');

/** What a notification says: of one alarm its ticket, of several how many there are and the most urgent. */
export const alarmWords = ({ alarms, counts, total }: Alarmed, language: Language): { title: string; body: string } => {
  const text = menuTexts(language);
  const [first] = alarms;
  if (first !== undefined && total === 1) {
    return {
      title: put(text[`watch.title.${first.kind}`], { reference: first.reference ?? '' }),
      body: aboutTicket(first),
    };
  }
  const named = alarms.filter(({ reference }) => reference !== null).slice(0, MOST_NAMED);
  const lines = named.map(({ reference, customer, title }) =>
    [reference, customer, title].filter((part) => part !== null).join(' · '),
  );
  const others = total - named.length;
  if (others > 0) lines.push(counted(text, language, 'more', others));
  return { title: countWords(counts, language), body: lines.join('\n') };
};
