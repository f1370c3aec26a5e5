import { queryOptions } from '@tanstack/react-query';
import type { Draft } from '../../../../shared/ipc/desk-schemas.ts';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import { call } from '../../../ipc/client.ts';
import { forgetDraft as dropDraft, keepDraft } from '../../../ipc/kept-draft.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import type { Values } from './form-model.ts';

/** The caller's drafts, so that a form opens with its own at once. */
export const draftsQuery = queryOptions({ queryKey: ['draft'], queryFn: () => call('draft:list', {}) });

export type StoredDraft = { readonly values: Values; readonly savedAtMs: InstantMs };

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && Object.values(value).every((field) => typeof field === 'string');

const stored = (drafts: readonly Draft[], key: string): StoredDraft | null => {
  const draft = drafts.find((other) => other.key === key);
  if (draft === undefined) return null;
  try {
    const values: unknown = JSON.parse(draft.body);
    return isValues(values) ? { values, savedAtMs: draft.savedAtMs } : null;
  } catch {
    return null;
  }
};

/** The draft of a form as far as the window knows; undefined while it does not know yet. */
export const knownDraft = (key: string): StoredDraft | null | undefined => {
  const drafts = queryClient.getQueryData(draftsQuery.queryKey);
  return drafts === undefined ? undefined : stored(drafts, key);
};

export const loadDraft = async (key: string): Promise<StoredDraft | null> =>
  stored(await queryClient.fetchQuery(draftsQuery), key);

const show = (key: string, draft: Draft | null): void =>
  void queryClient.setQueryData(draftsQuery.queryKey, (drafts: Draft[] | undefined) =>
    drafts === undefined
      ? undefined
      : [...drafts.filter((other) => other.key !== key), ...(draft === null ? [] : [draft])],
  );

/** Keeps what was typed, soon; whoever asks for drafts knows of it at once. */
export const saveDraft = (key: string, values: Values): void => {
  const body = JSON.stringify(values);
  show(key, { key, body, savedAtMs: Date.now() });
  keepDraft(key, body);
};

/** It was done or thrown away. */
export const forgetDraft = (key: string): void => {
  if (knownDraft(key) === null) return;
  show(key, null);
  void dropDraft(key);
};
