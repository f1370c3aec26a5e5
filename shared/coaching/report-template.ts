import type { Assignment } from '../expertise/assignment.ts';
import type { ReportSections } from './session-event.ts';
import { objectivesIn } from './templates.ts';

type Language = 'en' | 'fr';
type Prompts = Readonly<Record<'done' | 'recommendations' | 'nextSteps', string>>;

const EN: Readonly<Record<Assignment, Prompts>> = {
  discovery: {
    done: 'Parts of the portal that were shown, and what the team did by itself:\n- ',
    recommendations: 'Rights and roles to set, habits to take:\n- ',
    nextSteps: 'What the team tries before the next session, and its date:\n- ',
  },
  architecture: {
    done: 'Present state, constraints, and the variants that were weighed:\n- ',
    recommendations: 'Target architecture, and why this one:\n- ',
    nextSteps: 'Order of the migration, who does what, and by when:\n- ',
  },
  advice: {
    done: 'Questions, and the answers to them:\n- ',
    recommendations: 'What to change in daily work:\n- ',
    nextSteps: 'Open questions, and who answers them:\n- ',
  },
  diagnosis: {
    done: 'Symptoms, what was looked at, and the cause:\n- ',
    recommendations: 'What mends it, and what keeps it from coming back:\n- ',
    nextSteps: 'Who mends what, and how it is checked:\n- ',
  },
  rapidAction: {
    done: 'What was down, what was done, and when service was back:\n- ',
    recommendations: 'What would have made it shorter:\n- ',
    nextSteps: 'What remains to be done, and by whom:\n- ',
  },
  report: {
    done: 'Scope, sources and period of what was measured:\n- ',
    recommendations: 'Findings in the order of their weight, each with what to do:\n- ',
    nextSteps: 'Decisions to take, by whom and by when:\n- ',
  },
};

const FR: typeof EN = {
  discovery: {
    done: 'Parties du portail montrées, et ce que l’équipe a fait elle-même\u00a0:\n- ',
    recommendations: 'Droits et rôles à régler, habitudes à prendre\u00a0:\n- ',
    nextSteps: 'Ce que l’équipe essaie avant la prochaine séance, et sa date\u00a0:\n- ',
  },
  architecture: {
    done: 'État présent, contraintes, et variantes comparées\u00a0:\n- ',
    recommendations: 'Architecture cible, et pourquoi celle-ci\u00a0:\n- ',
    nextSteps: 'Ordre de la migration, qui fait quoi, et pour quand\u00a0:\n- ',
  },
  advice: {
    done: 'Questions, et leurs réponses\u00a0:\n- ',
    recommendations: 'Ce qui change dans le travail quotidien\u00a0:\n- ',
    nextSteps: 'Questions ouvertes, et qui y répond\u00a0:\n- ',
  },
  diagnosis: {
    done: 'Symptômes, ce qui a été examiné, et la cause\u00a0:\n- ',
    recommendations: 'Ce qui répare, et ce qui évite le retour\u00a0:\n- ',
    nextSteps: 'Qui répare quoi, et comment on le vérifie\u00a0:\n- ',
  },
  rapidAction: {
    done: 'Ce qui était arrêté, ce qui a été fait, et l’heure du rétablissement\u00a0:\n- ',
    recommendations: 'Ce qui aurait raccourci l’incident\u00a0:\n- ',
    nextSteps: 'Ce qui reste à faire, et par qui\u00a0:\n- ',
  },
  report: {
    done: 'Périmètre, sources et période des mesures\u00a0:\n- ',
    recommendations: 'Constats par ordre d’importance, chacun avec ce qu’il faut faire\u00a0:\n- ',
    nextSteps: 'Décisions à prendre, par qui et pour quand\u00a0:\n- ',
  },
};

/** Whether the report of a kind has a table of sizing recommendations. */
export const hasSizing = (assignment: Assignment): boolean =>
  assignment === 'report' || assignment === 'architecture' || assignment === 'diagnosis';

/** What a report begins with: the session's objectives and prompts to write on. */
export const reportTemplate = (
  assignment: Assignment,
  language: Language,
  objectives: readonly string[],
): ReportSections => ({
  objectives: objectivesIn(assignment, objectives, language)
    .map((one) => `- ${one}`)
    .join('\n'),
  ...(language === 'fr' ? FR : EN)[assignment],
  sizing: [],
});
