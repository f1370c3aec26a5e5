import type { Handover, HandoverEvent } from '../../../shared/handover/handover.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { MaintenanceBook } from '../maintenance/maintenance-book.ts';
import type { Caller, Handlers } from '../router.ts';
import { toUuid, type EventRepo, type Recording } from '../ticket/event-repo.ts';
import { createHandoverDraft } from './draft.ts';
import { createHandoverBook } from './handover-book.ts';

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly maintenance: MaintenanceBook;
  readonly clock: PresentClock;
  readonly makeId: () => Uint8Array;
  readonly by: (caller: Caller) => Recording;
  /** Tickets whose next event has come are folded. */
  readonly catchUp: () => void;
  readonly onChanged: () => void;
};

type HandoverHandlers = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `handover:${string}`>>;

/** Everything about handovers, composed: the answers to the calls. */
export const openHandovers = (parts: Parts): HandoverHandlers => {
  const { database, events, maintenance, clock, makeId, by, catchUp, onChanged } = parts;
  const draft = createHandoverDraft({ connection: database.connection, events, maintenance });
  const book = createHandoverBook({ database, draft, by, makeId: () => toUuid(makeId()) });

  const itemsOf = ({ items, late }: Handover): HandoverPage['items'] =>
    items.map((item) => ({ ...item, late: late[item.id] ?? null }));

  const pageOf = (id: string): HandoverPage => {
    const handover = book.load(id);
    const { begun, untilMs, offered, signed, version } = handover;
    return { id, begun, untilMs, items: itemsOf(handover), offered, signed, version, trail: book.trail(id) };
  };

  /** Records something and gives the handover as it is then. */
  const record = (id: string, event: HandoverEvent, expectedVersion: number | null, caller: Caller): HandoverPage => {
    book.record(id, event, expectedVersion, caller);
    onChanged();
    return pageOf(id);
  };

  return {
    'handover:preview': ({ untilMs }) => {
      catchUp();
      return database.read(() => book.preview(untilMs, clock.nowMs()));
    },
    'handover:list': ({ limit }) =>
      database.read(() => {
        const left = book.left();
        return book.newest(limit).map(({ id, handover }) => {
          const { begun, untilMs, items, offered, signed, version } = handover;
          const acceptedCount = items.filter(({ accepted }) => accepted !== null).length;
          const leftCount = left.filter(({ handoverId }) => handoverId === id).length;
          return { id, begun, untilMs, offered, signed, version, itemCount: items.length, acceptedCount, leftCount };
        });
      }),
    'handover:get': ({ id }) => database.read(() => pageOf(id)),
    'handover:list-left': () =>
      database.read(() => book.left().map(({ handoverId, item }) => ({ handoverId, item: { ...item, late: null } }))),
    'handover:get-waiting': () => database.read(() => book.waiting()),
    'handover:begin': ({ untilMs }, caller) => {
      catchUp();
      const id = book.begin(untilMs, caller);
      onChanged();
      return pageOf(id);
    },
    'handover:change-item': ({ id, expectedVersion, ...words }, caller) =>
      record(id, { kind: 'itemChanged', ...words }, expectedVersion, caller),
    'handover:add-note': ({ id, text }, caller) => {
      const item = {
        ...({ id: `note:${toUuid(makeId())}`, section: 'note', ticketId: null, title: text, atMs: null } as const),
        ...{ nextAction: null, nextUpdateMs: null, note: null, carriedFrom: null },
      };
      return record(id, { kind: 'noteAdded', item }, null, caller);
    },
    'handover:remove-note': ({ id, itemId }, caller) => record(id, { kind: 'noteRemoved', itemId }, null, caller),
    'handover:offer': ({ id, expectedVersion }, caller) => record(id, { kind: 'offered' }, expectedVersion, caller),
    'handover:accept': ({ id, itemIds }, caller) =>
      record(id, { kind: 'accepted', itemIds: [...new Set(itemIds)] }, null, caller),
    'handover:sign': ({ id, expectedVersion }, caller) => record(id, { kind: 'signed' }, expectedVersion, caller),
  };
};
