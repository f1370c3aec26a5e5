import type { GuessedFile } from '../../ipc/import-guess-schemas.ts';
import { because, confidenceOf } from './confidence.ts';

type Language = 'en' | 'fr' | 'es';

/** Words that headers of tickets use in one language only, without accents. */
const WORDS: Readonly<Record<Language, string>> = {
  en:
    'title status state priority requester opened created closed resolved solved updated update key summary subject entity assigned assignee ' +
    'category customer company number due opening closing requested reporter owner group issue time at by last first',
  fr:
    'titre statut etat priorite demandeur ouvert ouverture cree creation clos cloture ferme resolu cle resume sujet objet entite attribue ' +
    'affecte categorie client societe numero echeance rapporteur groupe derniere mise jour modification assigne le du de dernier niveau',
  es:
    'titulo estado prioridad solicitante abierto apertura creado creacion cerrado cierre resuelto clave resumen asunto entidad asignado ' +
    'categoria cliente empresa numero vencimiento informador grupo actualizado ultima fecha el',
};

const LANGUAGES = ['en', 'fr', 'es'] as const;
const KNOWN = LANGUAGES.map((language) => [language, new Set(WORDS[language].split(' '))] as const);

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** The language of a header, by its words. */
export const guessLanguage = (names: readonly string[]): GuessedFile['language'] => {
  const scored = KNOWN.map(([language, known]) => {
    const named = names.filter((name) => wordsOf(name).some((word) => known.has(word)));
    return { language, named };
  }).sort((a, b) => b.named.length - a.named.length);
  const [best, second] = scored;
  if (best === undefined || best.named.length === 0 || best.named.length === second?.named.length)
    return { value: null, confidence: 0, evidence: [] };
  const lead = (best.named.length - (second?.named.length ?? 0)) / best.named.length;
  const confidence = confidenceOf(Math.min(0.99, 0.5 + lead * 0.3 + Math.min(best.named.length, 6) * 0.033));
  const evidence = [because('headerWords', { names: best.named, count: best.named.length, total: names.length })];
  return { value: best.language, confidence, evidence };
};
