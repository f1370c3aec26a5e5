import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { toIcs } from '../../../shared/coaching/ics.ts';
import { sessionIcs } from '../../../shared/coaching/invitation.ts';
import { isTimed } from '../../../shared/coaching/session.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { storable } from '../../../shared/text/storable.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { CoachingBook } from './coaching-book.ts';
import { refuseOthers } from './expert-service.ts';
import type { BusyTime } from './read-busy-times.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly coaching: CoachingBook;
  readonly clock: PresentClock;
  readonly by: (caller: Caller) => Recording;
};

const MOST_EVENTS = 20_000;
const LARGEST_FILE = 20_000_000;
/** Busy times are taken from today on, for a year: a later import goes on from there. */
const AHEAD_MS = 366 * DAY_MS;
/** Of what is private, or has no name. */
const UNNAMED = 'Busy';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes beside the file and puts it in its place, so that a file is whole or as it was. */
const writeWhole = async (path: string, text: string): Promise<void> => {
  const partial = `${path}.part`;
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const reason = reasonOf(error);
    throw new VigieError('file/unwritable', `The file could not be written (${reason}). Choose another place.`, {
      reason,
    });
  }
};

const readSmall = async (path: string): Promise<string> => {
  let bytes: Buffer | null;
  try {
    const { size } = await stat(path);
    bytes = size > LARGEST_FILE ? null : await readFile(path);
  } catch (error) {
    const reason = reasonOf(error);
    throw new VigieError('calendar/unreadable', `This calendar file cannot be read: ${reason}. Choose another file.`, {
      why: reason,
    });
  }
  if (bytes === null) {
    throw new VigieError('calendar/too-much', 'This calendar file is larger than 20 MB: export a year of it.', {
      most: LARGEST_FILE,
    });
  }
  return storable(bytes.toString('utf8'));
};

type Taken = { readonly added: number; readonly changed: number; readonly removed: number; readonly unchanged: number };

/** Calendar files: sessions written for others, busy times of others read as absences. */
export const createCalendarService = ({ database, book, coaching, clock, by }: Parts) => {
  type What = Input<'calendar:export'>['what'];

  const idsOf = (what: What): string[] => {
    if (what.kind === 'session') return [what.id];
    const experts = what.kind === 'expert' ? [what.expert] : null;
    const { fromMs, toMs } = what;
    return coaching.sessions
      .between({ fromMs, toMs, experts, customerIds: null }, MOST_EVENTS)
      .filter(({ state }) => state === 'planned' || state === 'confirmed' || state === 'done')
      .map(({ id }) => id);
  };

  const nameOf = (what: What): string => {
    if (what.kind === 'expert') return `Vigie: ${what.expert}`;
    return what.kind === 'cell' ? 'Vigie: Cloud Expertise' : 'Vigie';
  };

  /** Takes busy times as the expert's absences. */
  const take = (expert: string, busy: readonly BusyTime[], span: { fromMs: number; toMs: number }, told: Recording) =>
    database.write((writer): Taken => {
      const held = new Map(coaching.experts.imported(expert).map((absence) => [absence.uid, absence]));
      let [added, changed] = [0, 0];
      for (const { uid, fromMs, untilMs, summary } of busy) {
        const absence = { expert, fromMs, untilMs, reason: summary ?? UNNAMED };
        const before = held.get(uid);
        held.delete(uid);
        if (before === undefined) {
          coaching.experts.add(writer, { ...absence, source: 'ics', uid }, told);
          added++;
        } else if (before.fromMs !== fromMs || before.untilMs !== untilMs || before.reason !== absence.reason) {
          coaching.experts.change(writer, before.id, absence, told);
          changed++;
        }
      }
      const gone = [...held.values()].filter(({ fromMs, untilMs }) => untilMs > span.fromMs && fromMs < span.toMs);
      for (const { id } of gone) coaching.experts.remove(writer, id);
      return { added, changed, removed: gone.length, unchanged: busy.length - added - changed };
    });

  return {
    /** Writes sessions as a calendar file; gives how many. */
    write: async (what: What, path: string): Promise<number> => {
      const events = database.read(() =>
        idsOf(what).flatMap((id) => {
          const { session, customerId } = coaching.find(id);
          return isTimed(session) ? [sessionIcs({ ...session, customer: book.load(customerId).name })] : [];
        }),
      );
      if (events.length === 0 && what.kind === 'session') {
        throw new VigieError('coaching/not-planned', 'This session waits for a time: plan it first.');
      }
      await writeWhole(path, toIcs(nameOf(what), events, { paris: book.zone, nowMs: clock.nowMs() }));
      return events.length;
    },
    importBusy: async (expert: string, path: string, caller: Caller): Promise<Taken & { busy: BusyTime[] }> => {
      refuseOthers(expert, caller);
      const fromMs = clock.nowMs() - DAY_MS;
      const span = { fromMs, toMs: fromMs + AHEAD_MS };
      const text = await readSmall(path);
      // What reads calendar files is large, and seldom needed: nobody waits for it at the start.
      const { readBusyTimes } = await import('./read-busy-times.ts');
      const busy = readBusyTimes(text, { zone: book.zone, ...span });
      return { ...take(expert, busy, span, by(caller)), busy };
    },
  };
};

export type CalendarService = ReturnType<typeof createCalendarService>;
