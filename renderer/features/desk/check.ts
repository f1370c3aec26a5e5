import { call } from '../../ipc/client.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { checkTickets, useDeskStore } from '../../state/desk-store.ts';
import { tell } from '../../state/notice-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { isPast } from '../../state/replay-store.ts';
import { tellPast } from '../replay/tell-past.ts';
import { loadedRows, moveSelection, moveTo } from '../queue/selection.ts';

/** A range that is being drawn from one row; what was checked before stays. */
type Range = { readonly anchor: number; readonly end: number; readonly before: ReadonlySet<number> };

/** Most tickets that one command may change (`MAX_TARGETS` of the contract). */
const MOST = 1_000;
/** Rows of one `queue:get-page`. */
const AT_ONCE = 200;

let range: Range | null = null;
/** Rises when the checks are taken away: an answer that was asked for before comes too late. */
let round = 0;

const checked = (): ReadonlySet<number> => useDeskStore.getState().checkedIds;

export const hasChecked = (): boolean => checked().size > 0;

const beginAnew = (): void => {
  range = null;
  round++;
};

export const clearChecked = (): void => {
  beginAnew();
  if (hasChecked()) checkTickets([]);
};

/** Takes the check from a ticket that a command was about, where no other is checked: the next command is about another one. */
export const uncheckDone = (id: number): void => {
  if (checked().size === 1 && checked().has(id)) clearChecked();
};

/** Ids of a part of the list that is not loaded whole. */
const askIds = async (from: number, to: number): Promise<number[]> => {
  const { filter, sort } = useUiStore.getState();
  const ids: number[] = [];
  for (let offset = from; offset <= to; offset += AT_ONCE) {
    const limit = Math.min(AT_ONCE, to - offset + 1);
    const { rows } = await call('queue:get-page', { filter, sort, offset, limit });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
};

const checkRange = (next: Range): void => {
  range = next;
  const from = Math.min(next.anchor, next.end);
  const to = Math.min(Math.max(next.anchor, next.end), from + MOST - 1);
  const rows = loadedRows(from, to);
  if (rows !== null) {
    checkTickets([...next.before, ...rows.map(({ id }) => id)].slice(0, MOST));
    return;
  }
  askIds(from, to).then(
    (ids) => {
      if (range === next) checkTickets([...new Set([...next.before, ...ids])].slice(0, MOST));
    },
    (error: unknown) => reportFailure(error),
  );
};

const rangeTo = (end: number, from: number): Range =>
  range !== null && range.end === from ? { ...range, end } : { anchor: from, end, before: checked() };

/** Checks a ticket, or takes its check away. */
export const toggleChecked = (id: number, index: number): void => {
  if (isPast()) {
    tellPast();
    return;
  }
  const ids = new Set(checked());
  if (!ids.delete(id)) ids.add(id);
  range = { anchor: index, end: index, before: ids };
  checkTickets(ids);
};

export const toggleSelected = (): void => {
  const { selectedId, selectedIndex } = useUiStore.getState();
  if (selectedId !== null) {
    toggleChecked(selectedId, selectedIndex);
    return;
  }
  // The selected row is still on its way: nobody sees a check there that could be taken away, and a range may have been drawn by then.
  const asked = round;
  askIds(selectedIndex, selectedIndex).then(
    ([id]) => {
      if (id !== undefined && round === asked) checkTickets([...checked(), id]);
    },
    (error: unknown) => reportFailure(error),
  );
};

/** Draws the range one row further, or back: the row it began at stays in it. */
export const extendChecked = (step: 1 | -1): void => {
  const from = useUiStore.getState().selectedIndex;
  moveSelection(step);
  checkRange(rangeTo(useUiStore.getState().selectedIndex, from));
};

/** Draws the range to a row that was pressed with Shift. */
export const checkTo = (index: number): void => {
  if (isPast()) {
    moveTo(index);
    return;
  }
  const from = useUiStore.getState().selectedIndex;
  checkRange(rangeTo(index, Math.max(0, from)));
  moveTo(index);
};

/** Checks every ticket that the filter lets through, and says where there are more than one command may change. */
export const checkAll = (): void => {
  if (isPast()) {
    tellPast();
    return;
  }
  const { filter, sort } = useUiStore.getState();
  const asked = round;
  call('queue:list-ids', { filter, sort }).then(
    ({ ids, total }) => {
      if (round !== asked) return;
      range = null;
      checkTickets(ids);
      if (total <= ids.length) return;
      tell('done', presentIntl().formatMessage({ id: 'bulk.onlyFirst' }, { count: ids.length, total }));
    },
    (error: unknown) => reportFailure(error),
  );
};

// What is checked is what is in the list: another list begins unchecked. In another order a range has other rows.
useUiStore.subscribe(({ filter, sort }, before) => {
  if (filter !== before.filter) clearChecked();
  else if (sort !== before.sort) range = null;
});
useDeskStore.subscribe(({ checkedIds }, before) => {
  if (checkedIds === before.checkedIds) return;
  if (checkedIds.size === 0) beginAnew();
  // The boxes show in every row while one is checked, without rendering any row.
  document.documentElement.toggleAttribute('data-checking', checkedIds.size > 0);
});
