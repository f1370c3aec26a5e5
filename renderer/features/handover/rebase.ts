import type { Zone } from '../../../shared/calendar/zone.ts';
import type { ItemWords } from '../../../shared/handover/handover.ts';
import { draftOf, type ItemDraft } from './item-draft.ts';

/** A draft on what its item says now: what somebody typed in it stays, what nobody touched is as the item has it. */
export const rebase = (draft: ItemDraft, now: ItemWords, zone: Zone): ItemDraft => {
  const first = draftOf(draft.base, zone);
  const fresh = draftOf(now, zone);
  const kept = (field: 'nextAction' | 'update' | 'note'): string =>
    draft[field] === first[field] ? fresh[field] : draft[field];
  return { nextAction: kept('nextAction'), update: kept('update'), note: kept('note'), base: fresh.base };
};
