import type { AbsenceRow, ExpertRow } from '../../../shared/ipc/coaching-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { CoachingBook } from './coaching-book.ts';
import type { StoredAbsence } from './expert-repo.ts';

type Parts = {
  readonly database: Database;
  readonly coaching: CoachingBook;
  readonly by: (caller: Caller) => Recording;
};

const LONGEST_ABSENCE_MS = 3 * 366 * DAY_MS;

const toRow = ({ id, expert, fromMs, untilMs, reason, source }: StoredAbsence): AbsenceRow => ({
  ...{ id, expert, fromMs, untilMs, reason, source },
});

/** Refuses what is somebody else's to say. */
export const refuseOthers = (expert: string, { actor }: Caller): void => {
  if (actor.name !== expert && actor.role !== 'lead') {
    throw new VigieError('coaching/other-expert', `Experts say this of themselves: a lead can say it of ${expert}.`, {
      expert,
    });
  }
};

/** Experts with their working hours, and their absences. */
export const createExpertService = ({ database, coaching, by }: Parts) => {
  const { experts } = coaching;
  const list = (): ExpertRow[] =>
    coaching.allExperts().map(({ week, ...expert }) => ({
      ...expert,
      week: Object.fromEntries(
        Object.entries(week).map(([day, hours]) => [
          day,
          hours.map(([open, close]): [number, number] => [open, close]),
        ]),
      ),
    }));

  const absence = (id: number): StoredAbsence => {
    const found = experts.absence(id);
    if (found === undefined) {
      throw new VigieError('absence/unknown', 'This absence is not in the schedule. Look at it again.');
    }
    return found;
  };

  return {
    list: () => database.read(list),
    save: ({ name, week, isActive }: Input<'expert:save'>, caller: Caller): ExpertRow[] => {
      refuseOthers(name, caller);
      const kept = Object.fromEntries(
        Object.entries(week).filter(([, hours]) => hours !== undefined && hours.length > 0),
      );
      database.write((writer) => experts.save(writer, { name, week: kept, isActive }, by(caller)));
      return list();
    },
    absences: ({ fromMs, toMs, expert }: Input<'absence:list'>): AbsenceRow[] =>
      database.read(() => experts.absences(expert, fromMs, toMs).map(toRow)),
    saveAbsence: ({ id, ...order }: Input<'absence:save'>, caller: Caller): AbsenceRow => {
      refuseOthers(order.expert, caller);
      if (order.untilMs <= order.fromMs) {
        throw new VigieError('absence/ends-before-start', 'The absence ends before it begins: change one of the two.');
      }
      if (order.untilMs - order.fromMs > LONGEST_ABSENCE_MS) {
        throw new VigieError('absence/too-long', 'The absence lasts more than three years: check its dates.');
      }
      return database.write((writer) => {
        if (id === null) {
          return toRow(absence(experts.add(writer, { ...order, source: 'manual', uid: null }, by(caller))));
        }
        refuseOthers(absence(id).expert, caller);
        if (absence(id).source === 'ics') {
          throw new VigieError(
            'absence/imported',
            'This absence is of a calendar file: change it there and import again.',
          );
        }
        experts.change(writer, id, order, by(caller));
        return toRow(absence(id));
      });
    },
    /** Gives whose it was. */
    removeAbsence: ({ id }: Input<'absence:remove'>, caller: Caller): string => {
      const { expert } = absence(id);
      refuseOthers(expert, caller);
      database.write((writer) => experts.remove(writer, id));
      return expert;
    },
  };
};

export type ExpertService = ReturnType<typeof createExpertService>;
