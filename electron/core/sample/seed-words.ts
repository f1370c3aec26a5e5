import type { TierId } from '../../../shared/sla/policy.ts';

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
