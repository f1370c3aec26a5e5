import { create } from 'zustand';
import type { PolicyPreview } from '../../../shared/ipc/policy-schemas.ts';
import { call, listen } from '../../ipc/client.ts';
import { forgetDraft, keepDraft, loadDraft } from '../../ipc/kept-draft.ts';
import { restoreDraft, type PolicyDraft } from './policy-draft.ts';

const KEPT_AS = 'policy';

/** What a draft would move. `of` names the draft that it is the preview of. */
export type Preview = { readonly of: string; readonly fromMs: number } & (
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly result: PolicyPreview }
  | { readonly kind: 'failed'; readonly failure: unknown }
);

export const PARTS = ['clock', 'offer', 'ledger', 'maintenance', 'experts', 'people', 'backups'] as const;
/** The part of the settings that is shown. All but experts, people and backups are rules, which are saved together. */
export type Part = (typeof PARTS)[number];

type PolicyState = {
  readonly part: Part;
  /** The workspace and the person that all of this is of; null until it was asked for. */
  readonly keeper: string | null;
  readonly isLoaded: boolean;
  readonly draft: PolicyDraft | null;
  /** `draft`, the id of a version, or null for the one in force. */
  readonly shown: string | null;
  readonly preview: Preview | null;
  readonly isPreviewShown: boolean;
};

/** The rules that are being written: they outlive a look at a ticket that they would move. */
export const usePolicyStore = create<PolicyState>()(() => ({
  part: 'clock',
  keeper: null,
  isLoaded: false,
  draft: null,
  shown: null,
  preview: null,
  isPreviewShown: false,
}));

const { getState, setState } = usePolicyStore;

/** Takes up what a person kept of a draft in a workspace, once for each. */
export const loadPolicyDraft = async (workspace: string, person: string): Promise<void> => {
  const keeper = `${workspace} ${person}`;
  if (getState().keeper === keeper) return;
  setState({ keeper, isLoaded: false, draft: null, shown: null, preview: null, isPreviewShown: false });
  const draft = restoreDraft(await loadDraft(KEPT_AS));
  if (getState().keeper === keeper) setState({ draft, isLoaded: true, shown: draft === null ? null : 'draft' });
};

export const showVersion = (shown: string | null): void => setState({ shown });

/** Leaves the preview, which is of all parts. */
export const showPart = (part: Part): void => setState({ part, isPreviewShown: false });

export const changeDraft = (draft: PolicyDraft): void => {
  setState({ draft, shown: 'draft' });
  keepDraft(KEPT_AS, JSON.stringify(draft));
};

export const dropDraft = (): void => {
  setState({ draft: null, shown: null, preview: null, isPreviewShown: false });
  void forgetDraft(KEPT_AS);
};

export const showPreview = (isPreviewShown: boolean): void => setState({ isPreviewShown });

/** Asks what a draft would move; another one, or leaving, ends it. */
export const startPreview = (of: string, fromMs: number, policyJson: string): void => {
  const isWanted = (): boolean => getState().preview?.of === of && getState().preview?.kind === 'running';
  setState({ preview: { kind: 'running', of, fromMs, done: 0, total: null }, isPreviewShown: true });
  const stop = listen('policy:progressed', ({ done, total }) => {
    if (isWanted()) setState({ preview: { kind: 'running', of, fromMs, done, total } });
  });
  call('policy:preview', { fromMs, policyJson })
    .then(
      (result) => {
        if (isWanted()) setState({ preview: { kind: 'done', of, fromMs, result } });
      },
      (failure: unknown) => {
        if (isWanted()) setState({ preview: { kind: 'failed', of, fromMs, failure } });
      },
    )
    .finally(stop);
};

/** Ends a preview that still runs; one that is done stays for when somebody comes back. */
export const leavePreview = (): void => {
  if (getState().preview?.kind !== 'running') return;
  setState({ preview: null, isPreviewShown: false });
  void call('policy:cancel-preview', {}).catch(() => undefined);
};
