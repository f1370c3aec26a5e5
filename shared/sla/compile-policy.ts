import { compileZone } from '../calendar/compile-zone.ts';
import { compileRules, type Policy, type Rules } from './policy.ts';

/** A policy compiled with its zone: what whoever has no zone table yet calls, once. */
export const compilePolicy = (policy: Policy): Rules => compileRules(policy, compileZone(policy.business.zone));
