import { create } from 'zustand';

/** A short message over the window. */
export type Notice = {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  readonly text: string;
  /** The command that its 'Undo' undoes; null where there is nothing to undo. */
  readonly commandId: string | null;
};

type NoticeState = { readonly notices: readonly Notice[] };

export const useNoticeStore = create<NoticeState>()(() => ({ notices: [] }));

const { setState } = useNoticeStore;
const MOST = 3;
let lastId = 0;

/** Shows a message; the oldest gives way. */
export const tell = (tone: Notice['tone'], text: string, commandId: string | null = null): void =>
  setState(({ notices }) => ({ notices: [...notices, { id: ++lastId, tone, text, commandId }].slice(-MOST) }));

export const dismiss = (id: number): void =>
  setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
