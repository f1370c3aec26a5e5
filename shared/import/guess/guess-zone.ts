import { localToInstant, offsetAt, type Zone } from '../../calendar/zone.ts';
import type { GuessEvidence, ImportGuess, ZoneCandidate } from '../../ipc/import-guess-schemas.ts';
import type { ImportProfile } from '../../ipc/import-profiles.ts';
import { because, confidenceOf } from './confidence.ts';
import type { TimeTally } from './survey-times.ts';

/** The zone of the business (DOMAIN). */
const BUSINESS_ZONE = 'Europe/Paris';
const ZONE_OF_LANGUAGE: Readonly<Record<'en' | 'fr' | 'es', string>> = {
  en: 'Europe/London',
  fr: 'Europe/Paris',
  es: 'Europe/Madrid',
};
/** Products that write times in UTC whatever the zone of their users. */
const IN_UTC: Readonly<Partial<Record<ImportProfile, number>>> = {
  'servicenow-log': 0.75,
  servicenow: 0.75,
  zendesk: 0.4,
  freshdesk: 0.3,
};

export type ZoneClues = {
  readonly times: readonly TimeTally[];
  readonly profile: ImportProfile | null;
  readonly language: 'en' | 'fr' | 'es' | null;
  readonly isMonthFirst: boolean;
  readonly machineZone: string;
  /** What somebody said when they saved a profile for these files. */
  readonly savedZone: string | null;
  /** Null where there is no such zone. */
  readonly compile: (zone: string) => Zone | null;
};

const isInGap = (zone: Zone, localMs: number): boolean => {
  const ms = localToInstant(zone, localMs);
  return ms + offsetAt(zone, ms) !== localMs;
};

const candidateOf = (id: string, clues: ZoneClues): ZoneCandidate | null => {
  const zone = clues.compile(id);
  if (zone === null) return null;
  const evidence: GuessEvidence[] = [];
  let score = 0.1;
  const add = (points: number, why: GuessEvidence): void => {
    score += points;
    evidence.push(why);
  };
  if (id === clues.savedZone) add(0.8, because('saved', { names: [id] }));
  if (id === clues.machineZone) add(0.25, because('machine', { names: [id] }));
  if (id === BUSINESS_ZONE) add(0.2, because('business', { names: [id] }));
  if (clues.language !== null && id === ZONE_OF_LANGUAGE[clues.language])
    add(clues.language === 'en' ? 0.05 : 0.2, because('language', { names: [clues.language] }));
  if (clues.isMonthFirst && id === 'America/New_York') add(0.25, because('monthOver12'));
  const inUtc = clues.profile === null ? undefined : IN_UTC[clues.profile];
  if (id === 'UTC' && inUtc !== undefined) add(inUtc, because('product', { names: [clues.profile ?? ''] }));
  const pairs = clues.times.flatMap(({ offsets }) => offsets);
  const agreeing = pairs.filter(({ localMs, offsetMs }) => offsetAt(zone, localMs - offsetMs) === offsetMs).length;
  if (pairs.length > 0) {
    const isAll = agreeing === pairs.length;
    add(isAll ? 0.5 : -0.4, because('offsets', { count: agreeing, total: pairs.length }));
  }
  const nightly = clues.times.flatMap((tally) => tally.nightly);
  const gaps = nightly.filter((localMs) => isInGap(zone, localMs)).length;
  if (gaps > 0) add(-0.5, because('gap', { count: gaps, total: nightly.length }));
  return { zone: id, confidence: confidenceOf(Math.min(0.95, Math.max(0.02, score))), evidence };
};

/** The zones that times without one may be in, likeliest first: nothing in a file proves one, so it is asked. */
export const guessZone = (clues: ZoneClues): ImportGuess['zone'] => {
  const ids = new Set([
    ...(clues.savedZone === null ? [] : [clues.savedZone]),
    ...[clues.machineZone, BUSINESS_ZONE, 'UTC', 'Europe/London', 'Europe/Madrid', 'America/New_York'],
  ]);
  const candidates = [...ids]
    .map((id) => candidateOf(id, clues))
    .filter((candidate) => candidate !== null)
    .sort((a, b) => b.confidence - a.confidence);
  const count = (of: (times: TimeTally) => number): number => clues.times.reduce((sum, each) => sum + of(each), 0);
  return { told: count(({ told }) => told), untold: count(({ untold }) => untold), candidates };
};
