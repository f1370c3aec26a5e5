// Writes fr.json beside this file: `node resources/holidays/make-fr.mjs`. Easter is computed here by Gauss's rule, not by the algorithm
// that the clock uses (shared/calendar/french-holidays.ts), so that a test which compares the two compares two computations.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const [FIRST_YEAR, LAST_YEAR] = [1970, 2099];
const DAY_MS = 86_400_000;

/** Easter Sunday as days after 21 March (C. F. Gauss, 1800, with his correction of 1816). */
const easterAfterMarch21 = (year) => {
  const century = Math.floor(year / 100);
  const moon = 15 + century - Math.floor(century / 4) - Math.floor((13 + 8 * century) / 25);
  const sun = 4 + century - Math.floor(century / 4);
  const golden = year % 19;
  const fullMoon = (19 * golden + (moon % 30)) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) + 6 * fullMoon + (sun % 7)) % 7;
  if (fullMoon === 29 && toSunday === 6) return 29;
  if (fullMoon === 28 && toSunday === 6 && (11 * (moon % 30) + 11) % 30 < 19) return 28;
  return fullMoon + toSunday + 1;
};

const NAMES = {
  newYear: { en: 'New Year’s Day', fr: 'Jour de l’an' },
  easterMonday: { en: 'Easter Monday', fr: 'Lundi de Pâques' },
  labourDay: { en: 'Labour Day', fr: 'Fête du Travail' },
  victory: { en: 'Victory in Europe Day', fr: 'Victoire du 8 mai 1945' },
  ascension: { en: 'Ascension Day', fr: 'Ascension' },
  whitMonday: { en: 'Whit Monday', fr: 'Lundi de Pentecôte' },
  nationalDay: { en: 'National Day', fr: 'Fête nationale' },
  assumption: { en: 'Assumption Day', fr: 'Assomption' },
  allSaints: { en: 'All Saints’ Day', fr: 'Toussaint' },
  armistice: { en: 'Armistice Day', fr: 'Armistice de 1918' },
  christmas: { en: 'Christmas Day', fr: 'Noël' },
};

const FIXED = {
  newYear: '01-01',
  labourDay: '05-01',
  victory: '05-08',
  nationalDay: '07-14',
  assumption: '08-15',
  allSaints: '11-01',
  armistice: '11-11',
  christmas: '12-25',
};
const AFTER_EASTER = { easterMonday: 1, ascension: 39, whitMonday: 50 };

const holidaysOf = (year) => {
  const easterMs = Date.UTC(year, 2, 21) + easterAfterMarch21(year) * DAY_MS;
  const fixed = Object.entries(FIXED).map(([name, day]) => [`${year}-${day}`, name]);
  const movable = Object.entries(AFTER_EASTER).map(([name, days]) => [
    new Date(easterMs + days * DAY_MS).toISOString().slice(0, 10),
    name,
  ]);
  return [...fixed, ...movable].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
};

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
const data = {
  source:
    'Code du travail, art. L3133-1 (the eleven public holidays of France, without those of Alsace and Moselle and overseas); movable dates computed from Easter Sunday by Gauss’s rule.',
  note: 'The present list is applied to every year; 8 May is a public holiday since 1982 only.',
  licence: 'MIT, as Vigie: the dates are computed; the rule is a legal text, which is free to use.',
  generatedBy: 'node resources/holidays/make-fr.mjs',
  names: NAMES,
  years: Object.fromEntries(years.map((year) => [year, Object.fromEntries(holidaysOf(year).map(([d, n]) => [n, d]))])),
};

const target = new URL('fr.json', import.meta.url);
const text = await format(JSON.stringify(data), { ...(await resolveConfig(target)), parser: 'json' });
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(target, text);
