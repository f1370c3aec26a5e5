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

export type Cell = { readonly impact: Grade; readonly urgency: Grade };

const CELLS: readonly Cell[] = GRADES.flatMap((impact) => GRADES.map((urgency) => ({ impact, urgency })));

/** The cell of a priority that lies nearest to another; of two, the one of the higher impact. */
export const nearestCell = (from: Cell, priority: Priority): Cell => {
  const rank = (grade: Grade): number => GRADES.indexOf(grade);
  const away = (cell: Cell): number =>
    Math.abs(rank(cell.impact) - rank(from.impact)) + Math.abs(rank(cell.urgency) - rank(from.urgency));
  const cells = CELLS.filter(({ impact, urgency }) => matrixPriority(impact, urgency) === priority);
  return cells.reduce((best, cell) => (away(cell) < away(best) ? cell : best), cells[0] ?? from);
};

/** The cell beside one, in rows (impact) and columns (urgency); at an edge it stays. */
export const neighbourCell = ({ impact, urgency }: Cell, rows: number, columns: number): Cell => {
  const step = (grade: Grade, by: number): Grade => GRADES[GRADES.indexOf(grade) + by] ?? grade;
  return { impact: step(impact, rows), urgency: step(urgency, columns) };
};
