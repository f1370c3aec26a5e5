import type { Actor } from '../../../shared/access/actor.ts';
import { refusalOf } from '../../../shared/handover/decide-handover.ts';
import type { Handover, HandoverEvent } from '../../../shared/handover/handover.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';

const toHandover = ({ begun, untilMs, items, offered, signed, version }: HandoverPage): Handover => ({
  ...{ begun, untilMs, items, offered, signed, version },
  late: Object.fromEntries(items.flatMap(({ id, late }) => (late === null ? [] : [[id, late] as const]))),
});

/** Something that is done to a handover as a whole; of items, none is meant in particular. */
export type Act = Extract<HandoverEvent['kind'], 'noteAdded' | 'offered' | 'accepted' | 'signed'>;

const NOTE = {
  ...({ id: '', section: 'note', ticketId: null, title: '', atMs: null } as const),
  ...{ nextAction: null, nextUpdateMs: null, note: null, carriedFrom: null },
};

const toEvent = (act: Act): HandoverEvent => {
  if (act === 'noteAdded') return { kind: act, item: NOTE };
  return act === 'accepted' ? { kind: act, itemIds: [] } : { kind: act };
};

/** The message that says why somebody may not do something; null where they may. The core decides by the same rules. */
export const whyNot = (page: HandoverPage, act: Act, me: Actor): string | null => {
  if (me.role === 'expert') return 'error.access/role';
  const refusal = refusalOf(toHandover(page), toEvent(act), me);
  return refusal === null ? null : `error.${refusal.code}`;
};
