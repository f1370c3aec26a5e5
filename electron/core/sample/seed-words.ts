import type { TierId } from '../../../shared/sla/policy.ts';
import type { Random } from './random.ts';

const ORGANISATIONS = [
  'Atelier',
  'Banque',
  'Caves',
  'Chantiers',
  'Clinique',
  'Coopérative',
  'Docks',
  'Éditions',
  'Fonderie',
  'Groupe',
  'Imprimerie',
  'Laboratoire',
  'Mairie',
  'Minoterie',
  'Mutuelle',
  'Papeterie',
  'Port',
  'Studio',
  'Transports',
  'Verrerie',
] as const;

const PLACES = [
  'Artois',
  'Aubrac',
  'Belledonne',
  'Brocéliande',
  'Camargue',
  'Chambord',
  'Corbières',
  'Estérel',
  'Iroise',
  'Kerguelen',
  'Lauragais',
  'Lubéron',
  'Margeride',
  'Marquenterre',
  'Nordlys',
  'Oléron',
  'Quercy',
  'Sologne',
  'Vallier',
  'Vercors',
] as const;

export type SeedCustomer = { readonly name: string; readonly tier: TierId };

/** Tiers in a pattern of twenty customers: nine standard, four bronze, four silver, three gold. */
const TIER_PATTERN: readonly TierId[] = [
  ...Array.from({ length: 9 }, () => 'standard'),
  ...Array.from({ length: 4 }, () => 'bronze'),
  ...Array.from({ length: 4 }, () => 'silver'),
  ...Array.from({ length: 3 }, () => 'gold'),
];

/** 400 invented customers of all tiers. */
export const SEED_CUSTOMERS: readonly SeedCustomer[] = ORGANISATIONS.flatMap((organisation, i) =>
  PLACES.map((place, j) => ({ name: `${organisation} ${place}`, tier: TIER_PATTERN[(i * 7 + j) % 20] ?? 'standard' })),
);

export const SEED_SUBJECTS = [
  'Edge gateway',
  'Backup job',
  'Snapshot consolidation',
  'vApp deployment',
  'IPsec tunnel',
  'Load balancer',
  'Object storage bucket',
  'Distributed firewall rule',
  'Catalogue upload',
  'Terraform provider',
  'Tenant portal',
  'NAT rule',
  'Storage policy',
  'Virtual machine console',
] as const;

export const SEED_COMPLAINTS = [
  'does not answer',
  'fails with error 500',
  'is very slow since this morning',
  'stopped after the update',
  'cannot be changed by the administrator',
  'shows a wrong status',
  'times out',
  'needs a larger quota',
  'was removed by mistake',
  'has to be documented',
] as const;

const LATER_COMPLAINTS = [
  'waits for the change of tonight',
  'answers again, and is watched until tomorrow',
  'was restarted by hand',
  'has the same fault as last week',
  'needs the logs of the customer',
  'is not to be touched before the window',
] as const;

/** What somebody writes on a ticket in its course: common words, and now and then the name of one machine among thousands. */
export const seedRemark = (random: Random): string => {
  const about = `${random.pick(SEED_SUBJECTS)} ${random.pick(LATER_COMPLAINTS)}`;
  return random.isIn(0.4) ? `${about}; machine vm${random.between(1, 40_000)}` : about;
};

/** So many invented customers of all tiers: the 400, and more of their names with numbers. */
export const seedCustomers = (count: number): readonly SeedCustomer[] =>
  Array.from({ length: count }, (_, i) => {
    const { name, tier } = SEED_CUSTOMERS[i % SEED_CUSTOMERS.length] ?? { name: '', tier: 'standard' };
    const round = Math.floor(i / SEED_CUSTOMERS.length);
    return { name: round === 0 ? name : `${name} ${round + 1}`, tier };
  });
