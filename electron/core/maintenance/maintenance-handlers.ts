import type { MaintenanceExceptionRow, MaintenanceWindowRow } from '../../../shared/ipc/maintenance-calls.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Handlers } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { MaintenanceBook } from './maintenance-book.ts';

type Parts = {
  readonly database: Database;
  readonly book: MaintenanceBook;
  readonly customers: CustomerBook;
  readonly by: (caller: Caller) => Recording;
  readonly onChanged: () => void;
};

const LONGEST_SPAN_MS = 3_660 * DAY_MS;
const LONGEST_WINDOW_MS = 7 * DAY_MS;

/** Answers the calls about maintenance windows. */
export const maintenanceHandlers = (
  parts: Parts,
): Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `maintenance:${string}`>> => {
  const { database, book, customers, by, onChanged } = parts;

  const listed = (): MaintenanceExceptionRow[] =>
    book.exceptions
      .all()
      .toReversed()
      .map((one) => ({
        ...one,
        platforms: [...one.platforms],
        customer: one.customerId === null ? null : customers.load(one.customerId).name,
      }));

  return {
    'maintenance:list-windows': ({ fromMs, toMs, platform, customerId }): MaintenanceWindowRow[] => {
      if (toMs < fromMs || toMs - fromMs > LONGEST_SPAN_MS) {
        throw new VigieError(
          'maintenance/span',
          'Ask for windows of at most ten years, from an instant to a later one.',
        );
      }
      return database.read(() =>
        book
          .windows(fromMs, toMs, customerId)
          .filter((window) => platform === null || window.platform === platform)
          .map((window) => ({ ...window, components: [...window.components] })),
      );
    },
    'maintenance:list-exceptions': () => database.read(listed),
    'maintenance:save-exception': (order, caller) => {
      const { kind, platforms, reason, customerId } = order;
      if (customerId !== null) customers.load(customerId);
      const held = order.kind === 'cancelled' ? null : { startMs: order.startMs, endMs: order.endMs };
      if (held !== null && (held.endMs <= held.startMs || held.endMs - held.startMs > LONGEST_WINDOW_MS)) {
        throw new VigieError('maintenance/window', 'A window ends after it starts, within a week: correct its times.');
      }
      const ofStartMs = order.kind === 'added' ? null : order.ofStartMs;
      if (ofStartMs !== null) {
        const present = book.windows(ofStartMs, ofStartMs + 1, customerId);
        const isThere = platforms.every((platform) =>
          present.some((window) => window.platform === platform && window.startMs === ofStartMs && !window.exception),
        );
        if (!isThere) {
          throw new VigieError(
            'maintenance/no-window',
            'No window of the rules starts then on that platform, or it was changed already: revoke that first.',
          );
        }
      }
      const times = { ofStartMs, startMs: held?.startMs ?? null, endMs: held?.endMs ?? null };
      database.write((writer) =>
        book.exceptions.add(writer, { kind, platforms, reason, customerId, ...times }, by(caller)),
      );
      onChanged();
      return listed();
    },
    'maintenance:revoke-exception': ({ id, reason }, caller) => {
      const exception = book.exceptions.all().find((one) => one.id === id);
      if (exception === undefined) {
        throw new VigieError('maintenance/unknown', 'This exception is not known here. Look at the list again.');
      }
      if (exception.revoked !== null) {
        throw new VigieError('maintenance/revoked', 'This exception was revoked already.');
      }
      database.write((writer) => book.exceptions.revoke(writer, id, reason, by(caller)));
      onChanged();
      return listed();
    },
  };
};
