import { localToInstant, type Zone } from '../../../shared/calendar/zone.ts';
import { DAY_MS, parseInstant, utcMs, type InstantMs } from '../../../shared/time/instant.ts';
import { required, usageError } from './arguments.ts';

type Edges = { readonly from?: string | undefined; readonly to?: string | undefined };

const readEdge = (edges: Edges, option: keyof Edges, days: number, zone: Zone): InstantMs => {
  const text = required(edges[option], option);
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match === null ? null : utcMs(Number(match[1]), Number(match[2]), Number(match[3]));
  const ms = day === null ? parseInstant(text) : localToInstant(zone, day + days * DAY_MS);
  if (ms === null) throw usageError(`--${option} '${text}' is not a day such as 2026-03-29, or an instant.`);
  return ms;
};

/** `--from D --to D`: days of a zone, both included, or instants, the last exclusive. */
export const readPeriod = (edges: Edges, zone: Zone): { readonly fromMs: InstantMs; readonly toMs: InstantMs } => {
  const fromMs = readEdge(edges, 'from', 0, zone);
  const toMs = readEdge(edges, 'to', 1, zone);
  if (toMs < fromMs) throw usageError('--to lies before --from.');
  return { fromMs, toMs };
};
