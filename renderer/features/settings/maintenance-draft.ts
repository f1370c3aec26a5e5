import {
  DEFAULT_MAINTENANCE,
  MAINTAINED_COMPONENTS,
  type MaintainedComponent,
  type MaintenanceRule,
  type WednesdayRule,
} from '../../../shared/maintenance/maintenance-rule.ts';
import type { Policy } from '../../../shared/sla/policy.ts';
import { PLATFORMS, type Platform } from '../../../shared/ticket/ticket.ts';
import { isZone } from './is-zone.ts';
import { parseWall, wallText } from './span-text.ts';

/** A rule of maintenance as it is typed. */
export type RuleDraft = {
  readonly rule: WednesdayRule;
  readonly platforms: readonly Platform[];
  readonly zone: string;
  readonly start: string;
  readonly end: string;
  readonly isScopeConfirmed: boolean;
  readonly components: readonly MaintainedComponent[];
  readonly impact: string;
};

export type MaintenanceDraft = { readonly maintenance: readonly RuleDraft[] };

export type MaintenanceProblem = 'wall' | 'windowOrder' | 'zone' | 'noPlatform' | 'sameRule';

/** Most rules of one version. */
export const MOST_RULES = 20;

const ruleDraft = ({ startMin, endMin, impact, ...rule }: MaintenanceRule): RuleDraft => ({
  ...rule,
  start: wallText(startMin),
  end: wallText(endMin),
  impact: impact ?? '',
});

export const maintenanceDraftOf = ({ maintenance }: Pick<Policy, 'maintenance'>): MaintenanceDraft => ({
  maintenance: (maintenance ?? DEFAULT_MAINTENANCE).map(ruleDraft),
});

/** A rule to begin with. */
export const NEW_RULE: RuleDraft = {
  ...{ rule: 'first-wednesday', platforms: [], zone: 'Europe/Paris', start: '00:00', end: '06:00' },
  ...{ isScopeConfirmed: true, components: MAINTAINED_COMPONENTS, impact: '' },
};

/** Members of a set in its own order, so that what is the same is written the same. */
const inOrder = <Value>(all: readonly Value[], chosen: readonly Value[]): Value[] =>
  all.filter((one) => chosen.includes(one));

/** The rules that a draft comes to; those that are as shipped are left out. `wrong` is told of places such as `maintenance.0.start`. */
export const readMaintenanceDraft = (
  { maintenance }: MaintenanceDraft,
  wrong: (place: string, problem: MaintenanceProblem) => void,
): Pick<Policy, 'maintenance'> => {
  const rules = maintenance.map((typed, index): MaintenanceRule => {
    const at = (field: string): string => `maintenance.${index}.${field}`;
    const [startMin, endMin] = [parseWall(typed.start), parseWall(typed.end)];
    if (startMin === null) wrong(at('start'), 'wall');
    if (endMin === null) wrong(at('end'), 'wall');
    if (startMin !== null && endMin !== null && endMin <= startMin) wrong(at('end'), 'windowOrder');
    const zone = typed.zone.trim();
    if (!isZone(zone)) wrong(at('zone'), 'zone');
    if (typed.platforms.length === 0) wrong(at('platforms'), 'noPlatform');
    const isTwice = maintenance
      .slice(0, index)
      .some(({ rule, platforms }) => rule === typed.rule && platforms.some((one) => typed.platforms.includes(one)));
    if (isTwice) wrong(at('platforms'), 'sameRule');
    const impact = typed.impact.trim();
    return {
      ...{ rule: typed.rule, platforms: inOrder(PLATFORMS, typed.platforms), zone },
      ...{ startMin: startMin ?? 0, endMin: endMin ?? 0, isScopeConfirmed: typed.isScopeConfirmed },
      ...{ components: inOrder(MAINTAINED_COMPONENTS, typed.components), impact: impact === '' ? null : impact },
    };
  });
  return JSON.stringify(rules) === JSON.stringify(DEFAULT_MAINTENANCE) ? {} : { maintenance: rules };
};
