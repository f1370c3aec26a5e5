import { refusalOf } from '../../../shared/handover/decide-handover.ts';
import {
  foldHandover,
  leftOf,
  type HandedItem,
  type Handover,
  type HandoverEvent,
  type HandoverItem,
} from '../../../shared/handover/handover.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Database } from '../db/database.ts';
import type { Caller } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import { createHandoverRepo } from './handover-repo.ts';

type Parts = {
  readonly database: Database;
  readonly draft: (nowMs: InstantMs, untilMs: InstantMs) => HandoverItem[];
  readonly by: (caller: Caller) => Recording;
  readonly makeId: () => string;
};

export type Left = { readonly handoverId: string; readonly item: HandedItem };

/** Handovers as their events tell them; the one place where something is recorded of them. */
export const createHandoverBook = ({ database, draft, by, makeId }: Parts) => {
  const repo = createHandoverRepo(database.connection);

  /** Each is folded once, until something happens to it. */
  const folded = new Map<string, { readonly lastState: string | null; readonly handover: Handover }>();

  const load = (id: string): Handover => {
    const lastState = repo.lastState(id);
    const held = folded.get(id);
    if (held?.lastState === lastState) return held.handover;
    const handover = foldHandover(repo.events(id));
    if (handover === null)
      throw new VigieError('handover/unknown', 'This handover is not known here. Look at the list.');
    folded.set(id, { lastState, handover });
    return handover;
  };

  /** The newest first. */
  const newest = (limit: number): { readonly id: string; readonly handover: Handover }[] =>
    repo.newestIds(limit).map((id) => ({ id, handover: load(id) }));

  /** The one that is under way; all before it are signed, for none is begun before that. */
  const underWay = (): Handover | null => {
    const [last] = newest(1);
    return last === undefined || last.handover.signed !== null ? null : last.handover;
  };

  /**
   * What was signed over, nobody accepted, and no later handover carries on. Each carries on all that was left before it, so that only of
   * the last anything can be left, and of that nothing until it is signed.
   */
  const left = (): Left[] =>
    newest(1)
      .filter(({ handover }) => handover.signed !== null)
      .flatMap(({ id: handoverId, handover }) => leftOf(handover).map((item) => ({ handoverId, item })));

  /** The draft with what was left before: the same matter once, with the words that it had. */
  const drafted = (nowMs: InstantMs, untilMs: InstantMs): HandoverItem[] => {
    const carriedOn = new Map<string, HandoverItem>();
    for (const { handoverId, item } of left()) {
      const { accepted: _accepted, ...words } = item;
      carriedOn.set(item.id, { ...words, carriedFrom: handoverId });
    }
    const fresh = draft(nowMs, untilMs).map((item) => {
      const before = carriedOn.get(item.id);
      carriedOn.delete(item.id);
      if (before === undefined) return item;
      const { nextAction, note, carriedFrom } = before;
      return { ...item, nextAction, note, carriedFrom, nextUpdateMs: item.nextUpdateMs ?? before.nextUpdateMs };
    });
    return [...fresh, ...carriedOn.values()];
  };

  const check = (untilMs: InstantMs, nowMs: InstantMs): void => {
    if (untilMs <= nowMs) throw new VigieError('handover/past', 'The shift that takes over ends later than now.');
  };

  return {
    load,
    newest,
    left,
    trail: repo.trail,
    waiting: repo.waiting,
    preview: (untilMs: InstantMs, nowMs: InstantMs): HandoverItem[] => {
      check(untilMs, nowMs);
      return drafted(nowMs, untilMs);
    },
    begin: (untilMs: InstantMs, caller: Caller): string => {
      const recording = by(caller);
      check(untilMs, recording.recordedAtMs);
      const id = makeId();
      database.write((writer) => {
        if (underWay() !== null) {
          throw new VigieError('handover/under-way', 'A handover is under way: both sides sign that one first.');
        }
        repo.add(writer, id, { kind: 'begun', untilMs, items: drafted(recording.recordedAtMs, untilMs) }, recording);
        writer.touched();
      });
      return id;
    },
    /** Records what happened, where it may; `expectedVersion` is what the caller has seen. */
    record: (id: string, event: HandoverEvent, expectedVersion: number | null, caller: Caller): void =>
      database.write((writer) => {
        const handover = load(id);
        if (expectedVersion !== null && handover.version !== expectedVersion) {
          throw new VigieError('handover/changed', 'It has changed meanwhile. Look at it again, then sign.');
        }
        const refusal = refusalOf(handover, event, caller.actor);
        if (refusal !== null) throw new VigieError(refusal.code, refusal.message);
        repo.add(writer, id, event, by(caller));
        writer.touched();
      }),
  };
};
