import type { Zone } from '../../../shared/calendar/zone.ts';
import type { ItemWords } from '../../../shared/handover/handover.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { momentText, parseMoment } from '../../../shared/time/parse-moment.ts';

/** What is typed about an item, and what it said when somebody began to type. */
export type ItemDraft = {
  readonly nextAction: string;
  /** The promised update as it is typed. */
  readonly update: string;
  readonly note: string;
  readonly base: ItemWords;
};

/** The name under which what was typed is kept. */
export const draftForm = (handoverId: string, itemId: string): string => `handover/${handoverId}/${itemId}`;

/** The name under which a free note is kept that is not added yet. */
export const newNoteForm = (handoverId: string): string => `handover/${handoverId}/newNote`;

export const wordsOf = ({ nextAction, nextUpdateMs, note }: ItemWords): ItemWords => ({
  nextAction,
  nextUpdateMs,
  note,
});

export const isSameWords = (a: ItemWords, b: ItemWords): boolean =>
  a.nextAction === b.nextAction && a.nextUpdateMs === b.nextUpdateMs && a.note === b.note;

const updateText = (zone: Zone, atMs: InstantMs | null): string => (atMs === null ? '' : momentText(zone, atMs));

export const draftOf = (item: ItemWords, zone: Zone): ItemDraft => ({
  nextAction: item.nextAction ?? '',
  update: updateText(zone, item.nextUpdateMs),
  note: item.note ?? '',
  base: wordsOf(item),
});

const textOf = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export type ReadDraft =
  | { readonly kind: 'words'; readonly words: ItemWords }
  /** `wrongSide`: a promise for what is over. */
  | { readonly kind: 'unreadable' | 'wrongSide' };

/** What a draft comes to. A promise that nobody touched stays as it is, also where its time has come. */
export const readDraft = (draft: ItemDraft, zone: Zone, nowMs: InstantMs): ReadDraft => {
  const { base, update } = draft;
  const words = (nextUpdateMs: InstantMs | null): ReadDraft => ({
    kind: 'words',
    words: { nextAction: textOf(draft.nextAction), nextUpdateMs, note: textOf(draft.note) },
  });
  if (update.trim() === '') return words(null);
  if (update.trim() === updateText(zone, base.nextUpdateMs)) return words(base.nextUpdateMs);
  const moment = parseMoment(update, { nowMs, zone, side: 'ahead' });
  return moment.kind === 'moment' ? words(moment.atMs) : { kind: moment.kind };
};

/** Whether a draft has anything that its item does not say, or said otherwise when it was begun. */
export const isTyped = (draft: ItemDraft, zone: Zone): boolean => {
  const first = draftOf(draft.base, zone);
  return draft.nextAction !== first.nextAction || draft.update !== first.update || draft.note !== first.note;
};
