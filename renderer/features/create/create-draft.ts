import type { CustomerHit, NewTicket } from '../../../shared/ipc/desk-schemas.ts';
import type { Category, Priority, TierId } from '../../../shared/sla/policy.ts';
import { isMailAddress } from '../../../shared/ticket/mail-address.ts';
import { matrixPriority, type Grade } from '../../../shared/ticket/priority-matrix.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

/** What the form of a new ticket holds while it is filled in: texts as typed. */
export type CreateDraft = {
  readonly customerText: string;
  /** The known customer that was chosen. */
  readonly customer: CustomerHit | null;
  /** The tier of a customer that is to be made; null for a known one. */
  readonly newTier: TierId | null;
  readonly title: string;
  readonly impact: Grade;
  readonly urgency: Grade;
  /** Another priority than the matrix gives. */
  readonly otherPriority: Priority | null;
  readonly reason: string;
  readonly category: Category;
  readonly channel: NewTicket['channel'];
  readonly isMine: boolean;
  readonly description: string;
  /** When the customer told of it, as `parseMoment` reads it; blank for now. */
  readonly toldAt: string;
  readonly requester: string;
  readonly contact: string;
  readonly language: NonNullable<NewTicket['language']>;
  readonly platform: NonNullable<NewTicket['platform']> | '';
  readonly isBeta: boolean;
};

export const emptyDraft = (language: CreateDraft['language']): CreateDraft => ({
  customerText: '',
  customer: null,
  newTier: null,
  title: '',
  impact: 'medium',
  urgency: 'medium',
  otherPriority: null,
  reason: '',
  category: 'incident',
  channel: 'phone',
  isMine: true,
  description: '',
  toldAt: '',
  requester: '',
  contact: '',
  language,
  platform: '',
  isBeta: false,
});

/** A draft that was kept, by this version or another: what does not fit any more is left out. Null where nothing was typed. */
export const restoreDraft = (kept: unknown, empty: CreateDraft): CreateDraft | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const known = Object.entries(kept).filter(([name, value]) => {
    if (!(name in empty)) return false;
    const own = empty[name as keyof CreateDraft];
    return own === null || value === null ? own === null : typeof value === typeof own;
  });
  const draft = { ...empty, ...Object.fromEntries(known) };
  return isBlank(draft) ? null : draft;
};

/** Nothing was typed: there is nothing to keep. */
export const isBlank = (draft: CreateDraft): boolean =>
  [draft.customerText, draft.title, draft.description, draft.requester, draft.contact, draft.reason].every(
    (text) => text.trim() === '',
  );

export const priorityOf = ({ impact, urgency, otherPriority }: CreateDraft): Priority =>
  otherPriority ?? matrixPriority(impact, urgency);

export const tierOf = ({ customer, newTier }: CreateDraft): TierId | null => customer?.tier ?? newTier;

/** The fields that keep a ticket from being made. */
export type Problem = 'customer' | 'title' | 'reason' | 'contact' | 'toldAt';

/** What is wrong with a draft, in the order of the form. `toldAtMs`: what `toldAt` was read as; null where it is no past instant. */
export const problemsOf = (draft: CreateDraft, toldAtMs: InstantMs | null): Problem[] => {
  const wrong: Readonly<Record<Problem, boolean>> = {
    customer: tierOf(draft) === null || draft.customerText.trim() === '',
    title: draft.title.trim() === '',
    reason:
      draft.otherPriority !== null &&
      draft.otherPriority !== matrixPriority(draft.impact, draft.urgency) &&
      draft.reason.trim() === '',
    contact: draft.contact.trim() !== '' && !isMailAddress(draft.contact.trim()),
    toldAt: draft.toldAt.trim() !== '' && toldAtMs === null,
  };
  return (['customer', 'title', 'reason', 'contact', 'toldAt'] as const).filter((field) => wrong[field]);
};

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The order that a complete draft comes to. */
export const toNewTicket = (draft: CreateDraft, toldAtMs: InstantMs | null, me: string): NewTicket => {
  const priority = priorityOf(draft);
  const isOfMatrix = priority === matrixPriority(draft.impact, draft.urgency);
  return {
    customer: draft.customer?.name ?? draft.customerText.trim(),
    title: draft.title.trim(),
    description: textOrNull(draft.description),
    category: draft.category,
    isBeta: draft.isBeta,
    priority,
    impact: draft.impact,
    urgency: draft.urgency,
    priorityReason: isOfMatrix ? null : textOrNull(draft.reason),
    channel: draft.channel,
    language: draft.language,
    platform: draft.platform === '' ? null : draft.platform,
    requester: textOrNull(draft.requester),
    contact: textOrNull(draft.contact),
    assignee: draft.isMine ? me : null,
    reportedAtMs: toldAtMs,
    newCustomerTier: draft.customer === null ? draft.newTier : null,
  };
};
