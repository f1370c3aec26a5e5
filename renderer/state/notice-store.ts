import { create } from 'zustand';

/** A short message over the window. */
export type Notice = {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  readonly text: string;
  /** The command that its 'Undo' undoes; null where there is nothing to undo. */
  readonly commandId: string | null;
  /** What its 'Undo' does where no command of a ticket is undone. */
  readonly takeBack?: () => Promise<void>;
};

type NoticeState = { readonly notices: readonly Notice[] };

export const useNoticeStore = create<NoticeState>()(() => ({ notices: [] }));

const { setState } = useNoticeStore;
const MOST = 3;
let lastId = 0;

const add = (notice: Omit<Notice, 'id'>): void =>
  setState(({ notices }) => ({ notices: [...notices, { ...notice, id: ++lastId }].slice(-MOST) }));

/** Shows a message; the oldest gives way. */
export const tell = (tone: Notice['tone'], text: string, commandId: string | null = null): void => {
  add({ tone, text, commandId });
};

/** Shows what was done, with an undo of its own. */
export const tellDoneWith = (text: string, takeBack: () => Promise<void>): void => {
  add({ tone: 'done', text, commandId: null, takeBack });
};

export const dismiss = (id: number): void =>
  setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
