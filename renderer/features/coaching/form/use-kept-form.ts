import { useRef, useState } from 'react';
import { forgetDraft, keepDraft } from '../../../ipc/kept-draft.ts';
import type { Span } from '../session-words.ts';
import { differing, isAlike } from './restore-draft.ts';

export type Begun<Draft> = {
  readonly draftKey: string;
  /** What is known where nothing was typed. */
  readonly start: Draft;
  readonly restored: Draft | null;
  /** The instants that its texts of time stand for. */
  readonly span?: Span | null;
};

export type KeptForm<Draft> = {
  readonly draft: Draft;
  readonly isRestored: boolean;
  readonly put: (next: (draft: Draft) => Draft) => void;
  readonly change: (part: Partial<Draft>) => void;
  readonly startAfresh: () => void;
  /** It was sent. */
  readonly drop: () => void;
};

/** What is typed in a form, kept by the core until it is sent. */
export const useKeptForm = <Draft extends object>({ draftKey, start, restored }: Begun<Draft>): KeptForm<Draft> => {
  const [draft, setDraft] = useState(restored ?? start);
  const [isRestored, setIsRestored] = useState(restored !== null);
  /** What was typed up to now: an answer of the core may come before it is rendered. */
  const current = useRef(draft);
  const put = (change: (draft: Draft) => Draft): void => {
    const next = change(current.current);
    current.current = next;
    setDraft(next);
    if (isAlike(next, start)) void forgetDraft(draftKey);
    else keepDraft(draftKey, JSON.stringify(differing(start, next)));
  };
  return {
    ...{ draft, isRestored, put },
    change: (part) => put((before) => ({ ...before, ...part })),
    startAfresh: () => {
      setIsRestored(false);
      put(() => start);
    },
    drop: () => void forgetDraft(draftKey),
  };
};
