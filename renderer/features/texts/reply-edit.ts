import type { CannedReply } from '../../../shared/ipc/desk-schemas.ts';

/** A canned reply while it is edited: blank where a text is missing. */
export type ReplyEdit = {
  readonly name: string;
  readonly subjectEn: string;
  readonly bodyEn: string;
  readonly subjectFr: string;
  readonly bodyFr: string;
};

export const EMPTY_REPLY: ReplyEdit = { name: '', subjectEn: '', bodyEn: '', subjectFr: '', bodyFr: '' };

const FIELDS = ['name', 'subjectEn', 'bodyEn', 'subjectFr', 'bodyFr'] as const;

export const toReplyEdit = (reply: CannedReply): ReplyEdit => ({
  name: reply.name,
  subjectEn: reply.subjectEn ?? '',
  bodyEn: reply.bodyEn ?? '',
  subjectFr: reply.subjectFr ?? '',
  bodyFr: reply.bodyFr ?? '',
});

/** An edit that was kept, by this version or another. */
export const restoreReply = (kept: unknown): ReplyEdit | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const known = Object.entries(kept).filter(
    ([field, value]) => FIELDS.some((name) => name === field) && typeof value === 'string',
  );
  return known.length === 0 ? null : { ...EMPTY_REPLY, ...Object.fromEntries(known) };
};

export const isSameReply = (a: ReplyEdit, b: ReplyEdit): boolean => FIELDS.every((field) => a[field] === b[field]);
