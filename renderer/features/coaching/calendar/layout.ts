import type { SessionRow } from '../../../../shared/ipc/coaching-schemas.ts';
import type { InstantMs } from '../../../../shared/time/instant.ts';

/** A session that has a time and an expert. */
export type TimedRow = SessionRow & {
  readonly expert: string;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
};

export const isTimedRow = (row: SessionRow): row is TimedRow =>
  row.expert !== null && row.startMs !== null && row.endMs !== null;

export type Placed<Span> = { readonly span: Span; readonly lane: number; readonly lanes: number };
type Timed = { readonly startMs: InstantMs; readonly endMs: InstantMs };

/** Sessions side by side where they overlap, in order of time: each has a lane, of as many as its cluster needs. */
export const placeSide = <Span extends Timed>(spans: readonly Span[]): Placed<Span>[] => {
  const ordered = spans.toSorted((a, b) => a.startMs - b.startMs || b.endMs - a.endMs);
  const placed: Placed<Span>[] = [];
  let cluster: { span: Span; lane: number }[] = [];
  let laneEnds: InstantMs[] = [];
  let clusterEnd = -Infinity;
  const close = (): void => {
    for (const one of cluster) placed.push({ ...one, lanes: laneEnds.length });
    cluster = [];
    laneEnds = [];
  };
  for (const span of ordered) {
    if (span.startMs >= clusterEnd) close();
    const free = laneEnds.findIndex((endMs) => endMs <= span.startMs);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.endMs;
    cluster.push({ span, lane });
    clusterEnd = Math.max(clusterEnd, span.endMs);
  }
  close();
  return placed;
};
