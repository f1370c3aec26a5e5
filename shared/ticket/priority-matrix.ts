import type { Priority } from '../sla/policy.ts';

export const GRADES = ['high', 'medium', 'low'] as const;
/** How far an impact or an urgency goes. */
export type Grade = (typeof GRADES)[number];

/** Rows are the impact, columns the urgency. P1 to P4 are defined nowhere by the offer: this is our default (DOMAIN: Tiers). */
const MATRIX: Readonly<Record<Grade, Readonly<Record<Grade, Priority>>>> = {
  high: { high: 'P1', medium: 'P2', low: 'P3' },
  medium: { high: 'P2', medium: 'P3', low: 'P4' },
  low: { high: 'P3', medium: 'P4', low: 'P4' },
};

/** The priority that an impact and an urgency come to. */
export const matrixPriority = (impact: Grade, urgency: Grade): Priority => MATRIX[impact][urgency];
