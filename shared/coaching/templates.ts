import type { Assignment } from '../expertise/assignment.ts';
import type { ChecklistItem } from './session-event.ts';

type Language = 'en' | 'fr';
type Told = Readonly<Record<Language, string>>;
type Template = { readonly objectives: readonly Told[]; readonly checklist: readonly Told[] };

const ACCESS: Told = {
  en: 'Access to the portal checked with the customer',
  fr: 'Accès au portail vérifié avec le client',
};
const LINK: Told = { en: 'Link and screen sharing tried', fr: 'Lien et partage d’écran essayés' };

/** What each kind of assignment is for and how it is prepared; ours, to be edited with each session (DOMAIN: Coaching). */
const TEMPLATES: Readonly<Record<Assignment, Template>> = {
  discovery: {
    objectives: [
      { en: 'Find one’s way in the vCloud Director portal', fr: 'Se repérer dans le portail vCloud Director' },
      { en: 'Know the other components of the offer', fr: 'Connaître les autres composants de l’offre' },
    ],
    checklist: [
      ACCESS,
      { en: 'No maintenance window at that time', fr: 'Aucune fenêtre de maintenance à cette heure' },
      LINK,
    ],
  },
  architecture: {
    objectives: [
      {
        en: 'Agree on a target architecture for the migration',
        fr: 'Convenir d’une architecture cible pour la migration',
      },
      { en: 'Name what is migrated first, and the risks', fr: 'Nommer ce qui migre d’abord, et les risques' },
    ],
    checklist: [
      { en: 'Inventory of machines and networks received', fr: 'Inventaire des machines et des réseaux reçu' },
      { en: 'Constraints and deadlines asked for', fr: 'Contraintes et échéances demandées' },
      LINK,
    ],
  },
  advice: {
    objectives: [
      { en: 'Answer the team’s questions of the week', fr: 'Répondre aux questions de la semaine de l’équipe' },
    ],
    checklist: [{ en: 'Questions collected beforehand', fr: 'Questions recueillies à l’avance' }, LINK],
  },
  diagnosis: {
    objectives: [
      { en: 'Find the cause of the incident', fr: 'Trouver la cause de l’incident' },
      { en: 'Say who mends what', fr: 'Dire qui répare quoi' },
    ],
    checklist: [
      { en: 'Ticket and evidence read', fr: 'Ticket et éléments lus' },
      { en: 'Fault of the service ruled out', fr: 'Défaut du service écarté' },
      ACCESS,
    ],
  },
  rapidAction: {
    objectives: [{ en: 'Bring the service of a P1 back', fr: 'Rétablir le service d’un P1' }],
    checklist: [
      { en: 'P1 ticket open', fr: 'Ticket P1 ouvert' },
      { en: 'Support option checked', fr: 'Option de support vérifiée' },
    ],
  },
  report: {
    objectives: [
      {
        en: 'A detailed report that the customer can act on',
        fr: 'Un rapport détaillé sur lequel le client peut agir',
      },
      {
        en: 'Sizing recommendations for VMs and networks',
        fr: 'Recommandations de dimensionnement des VM et des réseaux',
      },
    ],
    checklist: [
      { en: 'Measures of the last month collected', fr: 'Mesures du dernier mois recueillies' },
      { en: 'Reader and language known', fr: 'Lecteur et langue connus' },
    ],
  },
};

export const objectivesOf = (assignment: Assignment, language: Language): string[] =>
  TEMPLATES[assignment].objectives.map((told) => told[language]);

/** Objectives of a session told in a language: those of the template are, what somebody wrote stays as it is. */
export const objectivesIn = (assignment: Assignment, objectives: readonly string[], language: Language): string[] =>
  objectives.map(
    (one) => TEMPLATES[assignment].objectives.find((told) => Object.values(told).includes(one))?.[language] ?? one,
  );

export const checklistOf = (assignment: Assignment, language: Language): ChecklistItem[] =>
  TEMPLATES[assignment].checklist.map((told) => ({ text: told[language], isDone: false }));

/** What a kind of assignment is called. */
export const ASSIGNMENT_NAMES: Readonly<Record<Assignment, Told>> = {
  discovery: { en: 'Discovery of the portal', fr: 'Découverte du portail' },
  architecture: { en: 'Target architecture', fr: 'Architecture cible' },
  advice: { en: 'Daily advice', fr: 'Conseil quotidien' },
  diagnosis: { en: 'Diagnosis', fr: 'Diagnostic' },
  rapidAction: { en: 'Rapid action', fr: 'Action rapide' },
  report: { en: 'Report', fr: 'Rapport' },
};
