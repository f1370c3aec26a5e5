import { z } from 'zod';
import { DIMENSIONS, FIGURE_IDS, FIGURES, type FigureUnit } from '../report/figures.ts';
import { STEPS } from '../report/period.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { instantMs, queueFilter, queueRow } from './schemas.ts';

const amount = z.number().nullable();
const numbers = { n: z.int(), count: amount, value: amount, p90: amount, p95: amount };
const span = z.strictObject({ fromMs: instantMs, toMs: instantMs });

export const figureId = z.enum(FIGURE_IDS);
const dimension = z.enum(DIMENSIONS);

/** What a report is asked of; `asOfMs`: as it was known then, null for now. */
export const reportOf = z.strictObject({
  /** Inclusive. */
  fromMs: chosenInstantMs,
  /** Exclusive. */
  toMs: chosenInstantMs,
  /** Tickets as they stand at the instant of the report; of the experts' hours and sessions only its customers are asked. */
  filter: queueFilter,
  asOfMs: chosenInstantMs.nullable(),
});

export const reportOrder = reportOf.extend({
  /** How the figures over time are cut. */
  step: z.enum(STEPS).default('day'),
  /** Beside those of the period before. */
  compare: z.boolean().default(true),
});

/** `ReportLine` of report/report.ts. */
const reportLine = z.strictObject({
  figure: figureId,
  /** Null for the whole. */
  by: dimension.nullable(),
  key: z.string().nullable(),
  ...numbers,
  before: z.strictObject(numbers).nullable(),
});

/** `Report` of report/report.ts. */
export const report = z.strictObject({
  ...{ fromMs: instantMs, toMs: instantMs, asOfMs: instantMs, step: z.enum(STEPS), before: span.nullable() },
  lines: z.array(reportLine),
  points: z.array(
    z.strictObject({
      ...{
        fromMs: instantMs,
        toMs: instantMs,
        opened: z.int(),
        resolved: z.int(),
        reopened: z.int(),
        backlog: z.int(),
      },
      /** Open at its end, by `AGE_BANDS` of report/ticket-figures.ts. */
      ages: z.array(z.int()),
    }),
  ),
});
export type ReportPage = z.infer<typeof report>;

/** Of which cases the tickets are asked: of a percentage those that did, the rest, or all. */
export const CASES = ['all', 'did', 'rest'] as const;

export const reportTicketsOrder = reportOf.extend({
  figure: figureId,
  by: dimension.nullable(),
  key: z.string().max(400).nullable(),
  cases: z.enum(CASES),
});

/** Most rows that are told; the ids are of all, as far as commands may take them. */
export const MAX_REPORT_ROWS = 200;

export const reportTickets = z.strictObject({
  total: z.int(),
  /** Cases of the line that belong to no ticket: work and sessions without one. */
  elsewhere: z.int(),
  /** Of a figure of lengths the longest first, else in the order of opening. */
  ids: z.array(z.int()),
  rows: z.array(queueRow).max(MAX_REPORT_ROWS),
  /** Of each row, how many cases of the line it is, and their amounts together: `Counted` of report/ticket-list.ts. */
  counted: z.array(z.strictObject({ n: z.int(), amount: z.number() })).max(MAX_REPORT_ROWS),
});

export type ReportTickets = z.infer<typeof reportTickets>;

const UNITS = ['count', 'percent', 'times', 'sum', 'minutes'] as const satisfies readonly FigureUnit[];

/** `Figure` of report/figures.ts; its name and definition are the texts `report.figure.<id>` and `report.definition.<id>`. */
export const figureRow = z.strictObject({
  id: figureId,
  family: z.string(),
  unit: z.enum(UNITS),
  definition: z.string(),
  reads: z.array(z.string()),
});
export type FigureRow = z.infer<typeof figureRow>;

export const figureRows = (): FigureRow[] =>
  FIGURE_IDS.map((id) => {
    const { family, unit, reads } = FIGURES[id];
    return { id, family, unit, definition: `report.definition.${id}`, reads: [...reads] };
  });
