import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { parseMoment } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { tell } from '../../state/notice-store.ts';
import type { PolicyDraft } from './policy-draft.ts';
import { dropDraft, startPreview, usePolicyStore, type Preview } from './policy-store.ts';
import { readDraft, type ReadDraft } from './read-draft.ts';

export type DraftSaving = {
  readonly read: ReadDraft;
  /** From when on it would hold; null where what was typed is no instant ahead. */
  readonly fromMs: number | null;
  /** The preview of exactly this draft. */
  readonly preview: Preview | null;
  readonly failure: unknown;
  readonly isSaving: boolean;
  readonly canPreview: boolean;
  readonly runPreview: () => void;
  readonly save: () => void;
};

/** A draft's way into force: read, previewed, saved. `versionCount` tells a preview that other rules came in between. */
export const useDraftSaving = (draft: PolicyDraft, versionCount: number): DraftSaving => {
  const intl = useIntl();
  const { state, rules } = useApp();
  const client = useQueryClient();
  const kept = usePolicyStore((desk) => desk.preview);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setIsSaving] = useState(false);
  const read = readDraft(draft);
  const policyJson = read.policy === null ? null : JSON.stringify(read.policy);
  const of = `${versionCount} ${draft.from ?? 'now'} ${policyJson}`;
  const nowMs = useNow(wholeMinute);
  const moment = draft.from === null ? null : parseMoment(draft.from, { nowMs, zone: rules.zone, side: 'ahead' });
  const fromMs = moment === null ? nowMs : moment.kind === 'moment' ? moment.atMs : null;
  const preview = kept?.of === of ? kept : null;
  const isLead = state.me.role === 'lead';
  return {
    ...{ read, fromMs, preview, failure, isSaving },
    canPreview: isLead && policyJson !== null && fromMs !== null,
    runPreview: () => {
      if (!isLead || policyJson === null || fromMs === null) return;
      setFailure(null);
      startPreview(of, draft.from === null ? Date.now() : fromMs, policyJson);
    },
    save: () => {
      if (preview?.kind !== 'done' || policyJson === null || isSaving) return;
      setIsSaving(true);
      setFailure(null);
      const from = draft.from === null ? Date.now() : preview.fromMs;
      const note = draft.note.trim();
      call('policy:save', { fromMs: from, policyJson, note: note === '' ? null : note })
        .then((versions) => {
          client.setQueryData(['policy', state.workspace], versions);
          dropDraft();
          tell('done', intl.formatMessage({ id: 'policy.saved' }));
        }, setFailure)
        .finally(() => setIsSaving(false));
    },
  };
};
