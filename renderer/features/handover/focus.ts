/** The two places of handovers that keys go to. */
const LIST = '[data-handover-list]';
const DOCUMENT = '[data-handover-document]';
const ITEM = '[data-item-head]';

const headOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`${DOCUMENT} [data-item="${CSS.escape(id)}"] ${ITEM}`);

const heads = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`${DOCUMENT} ${ITEM}`)];

const idOf = (head: Element | null | undefined): string | null =>
  head?.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null;

const focusHead = (head: HTMLElement | undefined): string | null => {
  if (head === undefined) return null;
  head.focus({ preventScroll: true });
  head.closest('[data-item]')?.scrollIntoView({ block: 'nearest' });
  return idOf(head);
};

/** The item that has the keys, whatever in it has the focus. */
export const focusedItem = (): string | null => idOf(document.activeElement);

export const focusItem = (id: string): void => void focusHead(headOf(id) ?? undefined);

/** An item may be drawn some frames after it is known. */
const WAITED_FRAMES = 120;

/** Gives an item the keys as soon as it is drawn. Who meanwhile goes elsewhere stays there. */
export const focusItemSoon = (id: string): void => {
  const from = document.activeElement;
  const wait = (framesLeft: number): void => {
    const held = document.activeElement;
    if (held !== from && held !== document.body && held !== null) return;
    const head = headOf(id);
    if (head !== null) focusHead(head);
    else if (framesLeft > 0) requestAnimationFrame(() => wait(framesLeft - 1));
  };
  wait(WAITED_FRAMES);
};

/** The item with the keys on, or else the first; false where the document has none. */
export const focusDocument = (cursor: string | null): boolean => {
  const head = (cursor === null ? null : headOf(cursor)) ?? heads()[0];
  return focusHead(head) !== null;
};

export const focusHandovers = (): void => {
  const list = document.querySelector(LIST);
  const chosen = list?.querySelector<HTMLElement>('[aria-current]') ?? list?.querySelector<HTMLElement>('button');
  chosen?.focus();
};

/** Moves the keys by so many items; the item that has them then. */
export const stepItem = (cursor: string | null, step: number): string | null => {
  const all = heads();
  const at = all.findIndex((head) => idOf(head) === (focusedItem() ?? cursor));
  return focusHead(all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))]);
};

/** Moves the keys to the first item of the next section, or of the one before. */
export const stepSection = (cursor: string | null, step: 1 | -1): string | null => {
  const all = heads();
  const sections = all.map((head) => head.closest<HTMLElement>('[data-section]')?.dataset['section']);
  const at = Math.max(
    0,
    all.findIndex((head) => idOf(head) === (focusedItem() ?? cursor)),
  );
  const firsts = all.filter((_, i) => sections[i] !== sections[i - 1]);
  const own = firsts.findIndex((head) => head.closest('[data-section]') === all[at]?.closest('[data-section]'));
  return focusHead(firsts[Math.max(0, Math.min(firsts.length - 1, own + step))]);
};

/** Whether the keys are not in the list beside the document. */
export const isInDocument = (): boolean => document.activeElement?.closest(LIST) === null;
