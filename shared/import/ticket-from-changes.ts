import type { InstantMs } from '../time/instant.ts';
import { ticketFromLog, type LogRow } from './log-ticket.ts';
import { commentEvents, type ToldComment } from './told-comments.ts';

type Logged = Parameters<typeof ticketFromLog>[0];
type Told = Omit<Logged, 'rows' | 'isResponseToldByState' | 'otherEvents'>;

type History = {
  readonly rows: Logged['rows'];
  /** How it stands now where its changes do not come to that. */
  readonly latest: readonly LogRow[];
  readonly comments: readonly ToldComment[];
  /** When the customer was first answered; null where nothing tells. */
  readonly respondedMs: InstantMs | null;
};

/** A ticket whose changes and comments an export lists. */
export const ticketFromChanges = (
  told: Told,
  { rows, latest, comments, respondedMs }: History,
  options: Parameters<typeof ticketFromLog>[1],
): ReturnType<typeof ticketFromLog> => {
  const answer = respondedMs === null ? [] : [{ atMs: respondedMs, kind: 'responded' } as const];
  return ticketFromLog(
    {
      ...told,
      rows: [...rows, ...latest],
      isResponseToldByState: false,
      otherEvents: [...commentEvents(comments), ...answer],
    },
    options,
  );
};
