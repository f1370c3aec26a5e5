import { call, CallFailure } from '../../ipc/client.ts';
import { appStateQuery } from '../../ipc/queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { goTo } from '../../state/desk-store.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import {
  checkItems,
  editItem,
  openHandoverDialog,
  putCursor,
  setNoting,
  useHandoverStore,
} from '../../state/handover-store.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { tellRefusal } from '../desk/tell-result.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { focusedItem, focusItemSoon } from './focus.ts';
import { acceptable, inOrder, withTwins, type PageItem } from './handed-items.ts';
import { handoverQuery, handoversQuery, keepPage, leftQuery } from './handover-queries.ts';
import { whyNot, type Act } from './why-not.ts';

const store = () => useHandoverStore.getState();

/** The handover that is shown; undefined while none is, or it is on its way. */
export const shownPage = (): HandoverPage | undefined => {
  const { shownId, isBeginning } = store();
  const id = shownId ?? queryClient.getQueryData(handoversQuery.queryKey)?.[0]?.id;
  return isBeginning || id === undefined ? undefined : queryClient.getQueryData(handoverQuery(id).queryKey);
};

export const leftIdsOf = (handoverId: string): ReadonlySet<string> => {
  const left = queryClient.getQueryData(leftQuery.queryKey) ?? [];
  return new Set(left.filter((one) => one.handoverId === handoverId).map(({ item }) => item.id));
};

/** The message that says why whoever works here may not; null where they may. */
const refusalOf = (page: HandoverPage, act: Act): string | null => {
  const me = queryClient.getQueryData(appStateQuery.queryKey)?.me;
  return me === undefined ? 'error.access/role' : whyNot(page, act, me);
};

/** Whether it may be done, which is told where it may not. */
const may = (page: HandoverPage, act: Act): boolean => {
  const refusal = refusalOf(page, act);
  if (refusal !== null) tell('refused', presentIntl().formatMessage({ id: refusal }));
  return refusal === null;
};

const openItems = (page: HandoverPage): PageItem[] => acceptable(page, leftIdsOf(page.id));

/** Sends an acceptance; what somebody else accepted meanwhile is left out of it. */
const sendAcceptance = async (page: HandoverPage, ids: ReadonlySet<string>): Promise<number> => {
  const itemIds = withTwins(openItems(page), ids);
  if (itemIds.length === 0) return 0;
  try {
    keepPage(await call('handover:accept', { id: page.id, itemIds }));
    return itemIds.length;
  } catch (error) {
    if (!(error instanceof CallFailure) || error.code !== 'handover/accepted') throw error;
    await queryClient.invalidateQueries({ queryKey: ['handover'] });
    const now = shownPage();
    if (now === undefined || openItems(now).length >= openItems(page).length) throw error;
    return sendAcceptance(now, ids);
  }
};

/** Accepts items, with what else is there of their tickets; the keys go on to the next that nobody has. */
export const acceptItems = async (ids: ReadonlySet<string>): Promise<void> => {
  const page = shownPage();
  if (page === undefined || !may(page, 'accepted')) return;
  const from = inOrder(page);
  try {
    const count = await sendAcceptance(page, ids);
    checkItems([]);
    if (count > 1) tell('done', presentIntl().formatMessage({ id: 'handover.accepted.count' }, { count }));
    if (count === 0) tell('refused', presentIntl().formatMessage({ id: 'error.handover/accepted' }));
  } catch (error) {
    tellRefusal(error);
    return;
  }
  const now = shownPage();
  if (now === undefined || focusedItem() === null) return;
  const open = new Set(openItems(now).map(({ id }) => id));
  const at = from.findIndex(({ id }) => id === focusedItem());
  const next = from.slice(at + 1).find(({ id }) => open.has(id));
  if (next !== undefined && ids.has(from[at]?.id ?? '')) {
    putCursor(next.id);
    focusItemSoon(next.id);
  }
};

/** Accepts what is checked; with none, the item that has the keys. */
export const acceptChosen = (): void => {
  const { checked, cursor } = store();
  const one = focusedItem() ?? cursor;
  void acceptItems(checked.size > 0 ? checked : new Set(one === null ? [] : [one]));
};

export const acceptSection = (id: string): void => {
  const page = shownPage();
  const section = page?.items.find((item) => item.id === id)?.section;
  if (page === undefined || section === undefined) return;
  void acceptItems(new Set(page.items.filter((item) => item.section === section).map((item) => item.id)));
};

export const acceptFocusedSection = (): void => {
  const id = focusedItem() ?? store().cursor;
  if (id !== null) acceptSection(id);
};

/** Checks an item, or takes its check away; only what can still be accepted is checked. */
export const toggleChecked = (id: string | null): void => {
  const page = shownPage();
  if (page === undefined || id === null || !may(page, 'accepted')) return;
  if (!openItems(page).some((item) => item.id === id)) return;
  const { checked } = store();
  checkItems(checked.has(id) ? [...checked].filter((one) => one !== id) : [...checked, id]);
};

/** Checks all that can be accepted; again, none. */
export const checkAllItems = (): void => {
  const page = shownPage();
  if (page === undefined || !may(page, 'accepted')) return;
  const open = openItems(page).map(({ id }) => id);
  checkItems(store().checked.size === open.length ? [] : open);
};

export const beginEdit = (id: string | null): void => {
  const page = shownPage();
  if (page === undefined || id === null || !may(page, 'noteAdded')) return;
  putCursor(id);
  editItem(id);
};

export const beginNote = (): void => {
  const page = shownPage();
  if (page !== undefined && may(page, 'noteAdded')) setNoting(true);
};

/** A free note of this handover, and not of one before. */
export const isOwnNote = ({ section, carriedFrom }: Pick<PageItem, 'section' | 'carriedFrom'>): boolean =>
  section === 'note' && carriedFrom === null;

export const removeNote = async (id: string | null): Promise<void> => {
  const page = shownPage();
  const note = page?.items.find((item) => item.id === id);
  if (page === undefined || note === undefined || !may(page, 'noteAdded')) return;
  if (!isOwnNote(note)) {
    tell('refused', presentIntl().formatMessage({ id: 'error.handover/stays' }));
    return;
  }
  try {
    keepPage(await call('handover:remove-note', { id: page.id, itemId: note.id }));
    tellDoneWith(presentIntl().formatMessage({ id: 'handover.note.removed' }), async () => {
      const back = await call('handover:add-note', { id: page.id, text: note.title });
      const added = back.items.at(-1);
      const { nextAction, nextUpdateMs, note: words } = note;
      const isBare = nextAction === null && nextUpdateMs === null && words === null;
      keepPage(
        isBare || added === undefined
          ? back
          : await call('handover:change-item', {
              ...{
                id: page.id,
                itemId: added.id,
                expectedVersion: back.version,
                nextAction,
                nextUpdateMs,
                note: words,
              },
            }),
      );
    });
  } catch (error) {
    tellRefusal(error);
  }
};

/** What is signed next: by the outgoing side, then by the incoming one. */
export const nextSignature = ({ offered, signed }: HandoverPage): 'offered' | 'signed' | null =>
  offered === null ? 'offered' : signed === null ? 'signed' : null;

export const beginSigning = (): void => {
  const page = shownPage();
  if (page === undefined) return;
  const act = nextSignature(page);
  if (may(page, act ?? 'signed')) openHandoverDialog('sign');
};

export const printHandover = (): void => {
  if (shownPage() !== undefined) openHandoverDialog('paper');
};

/** Goes to what an item is about: its ticket in the queue, the calendar of windows, its own words. */
export const openItem = (item: PageItem): void => {
  putCursor(item.id);
  if (item.ticketId !== null) openTicket(item.ticketId);
  else if (item.section === 'window') goTo('maintenance');
  else beginEdit(item.id);
};
