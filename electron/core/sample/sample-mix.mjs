// Which tickets the sample has: invented customers, and what each ticket shows. Changing this changes what the first start looks like.

export const CUSTOMERS = {
  gold: ['Nordlys Énergie', 'Port de Sète', 'Groupe Vallier', 'Institut Belledonne'],
  silver: ['Atelier Kerguelen', 'Clinique du Lac', 'Transports Mistralou', 'Studio Brumaire'],
  bronze: ['Mutuelle Artois', 'Verrerie du Marais', 'Coopérative Les Tilleuls'],
  standard: ['Mairie d’Aubagne', 'Librairie Perdrix', 'Lycée des Salines'],
};

/** Titles whose tickets are about a beta feature. */
export const BETA = ['helpdesk:1004974', 'helpdesk:1006063', 'helpdesk:1008458', 'helpdesk:1006083'];

/** Scenario and tier, in the order in which the titles of a priority are used. `times` repeats. */
const slots = (...rows) =>
  rows.flatMap(([times, scenario, ...tiers]) =>
    Array.from({ length: times }, (_, i) => ({ scenario, tier: tiers[i % tiers.length] })),
  );

export const SLOTS = {
  P1: slots(
    [1, 'almostDue', 'gold'],
    [3, 'atRisk', 'silver', 'bronze', 'gold'],
    [2, 'breached', 'silver', 'gold'],
    [5, 'running', 'gold', 'silver', 'gold', 'bronze', 'silver'],
    [1, 'new', 'gold'],
    [2, 'paused', 'silver', 'gold'],
    [1, 'pausedBreached', 'bronze'],
    [2, 'running', 'standard'],
    [3, 'finished', 'gold', 'silver', 'bronze'],
  ),
  P2: slots(
    [3, 'atRisk', 'gold', 'bronze', 'silver'],
    [3, 'breached', 'gold', 'silver', 'bronze'],
    [8, 'running', 'gold', 'silver', 'bronze', 'silver'],
    [2, 'new', 'silver', 'gold'],
    [3, 'paused', 'gold', 'bronze', 'silver'],
    [3, 'running', 'standard'],
    [7, 'finished', 'gold', 'silver', 'bronze', 'standard'],
  ),
  P3: slots(
    [2, 'breached', 'silver', 'gold'],
    [3, 'atRisk', 'gold', 'bronze', 'silver'],
    [15, 'running', 'silver', 'gold', 'bronze', 'silver', 'gold'],
    [4, 'new', 'gold', 'standard', 'silver', 'bronze'],
    [7, 'paused', 'bronze', 'silver', 'gold', 'standard'],
    [5, 'running', 'standard'],
    [21, 'finished', 'gold', 'silver', 'bronze', 'standard'],
  ),
  P4: slots(
    [1, 'breached', 'gold'],
    [2, 'atRisk', 'silver', 'gold'],
    [14, 'running', 'silver', 'bronze', 'gold', 'silver'],
    [4, 'new', 'standard', 'gold', 'bronze', 'silver'],
    [4, 'paused', 'gold', 'silver', 'bronze'],
    [6, 'running', 'standard'],
    [18, 'finished', 'silver', 'gold', 'bronze', 'standard'],
  ),
};

/** How much of its target a ticket has used, lowest and highest. */
export const USED = {
  new: [0.01, 0.06],
  running: [0.08, 0.7],
  atRisk: [0.8, 0.96],
  almostDue: [0.95, 0.98],
  breached: [1.03, 1.5],
  paused: [0.15, 0.85],
  pausedBreached: [1.05, 1.3],
  finished: [0.1, 1.25],
};
