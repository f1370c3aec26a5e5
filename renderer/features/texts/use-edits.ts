import { useEffect, useState } from 'react';
import { call } from '../../ipc/client.ts';
import { forgetDraft, keepDraft, parseDraft } from '../../ipc/kept-draft.ts';

/** What is edited: one that is kept, by its id, or a new one. */
export type EditedId = number | 'new';

export type Edits<Body> = {
  /** False until what was kept before is known: then nothing may be overwritten yet. */
  readonly isLoaded: boolean;
  readonly get: (id: EditedId) => Body | null;
  /** Keeps what was typed; null forgets it. */
  readonly put: (id: EditedId, body: Body | null) => void;
};

/** What was typed and not saved, of each text: it outlives choosing another one, leaving the place, and a crash. */
export const useEdits = <Body>(kind: 'reply' | 'macro', restore: (kept: unknown) => Body | null): Edits<Body> => {
  const [edits, setEdits] = useState<ReadonlyMap<string, Body> | null>(null);
  useEffect(() => {
    let isGone = false;
    const take = (drafts: readonly { readonly key: string; readonly body: string }[]): void => {
      if (isGone) return;
      const kept = drafts
        .filter(({ key }) => key.startsWith(`${kind}:`))
        .map(({ key, body }) => [key, restore(parseDraft(body))] as const)
        .filter((draft): draft is readonly [string, Body] => draft[1] !== null);
      setEdits(new Map(kept));
    };
    call('draft:list', {}).then(take, () => take([]));
    return () => {
      isGone = true;
    };
    // What restores does not change.
  }, [kind, restore]);
  return {
    isLoaded: edits !== null,
    get: (id) => edits?.get(`${kind}:${id}`) ?? null,
    put: (id, body) => {
      const key = `${kind}:${id}`;
      setEdits((before) => {
        const next = new Map(before);
        if (body === null) next.delete(key);
        else next.set(key, body);
        return next;
      });
      if (body === null) void forgetDraft(key);
      else keepDraft(key, JSON.stringify(body));
    },
  };
};
