import { lazy, Suspense } from 'react';
import type { ReplyValues } from '../../../../shared/reply/canned-reply.ts';

export type PickedReply = {
  readonly subject: string | null;
  readonly body: string;
  /** The reply has no text in the customer's language: the other one stands in. */
  readonly isMissingLanguage: boolean;
};

export type ReplyPickerProps = {
  readonly language: 'en' | 'fr' | null;
  readonly values: ReplyValues;
  readonly onPick: (text: PickedReply) => void;
};

const ReplyPicker = lazy(async () => ({
  default: (await import('../../texts/reply-picker.tsx')).ReplyPicker,
}));

/** Where canned replies are picked from. */
export const ReplyPickerSlot = (props: ReplyPickerProps) => (
  <Suspense fallback={null}>
    <ReplyPicker {...props} />
  </Suspense>
);
