import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Policy } from '../../../shared/sla/policy.ts';
import { useApp } from '../../app-context.ts';
import { DraftFooter } from './draft-footer.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import { changeDraft, usePolicyStore } from './policy-store.ts';
import { PreviewPane } from './preview-pane.tsx';
import { RulesForm } from './rules-form.tsx';
import { useDraftSaving } from './use-draft-saving.ts';

type Props = {
  readonly draft: PolicyDraft;
  /** What it is compared with. */
  readonly inForce: Policy;
  readonly versionCount: number;
};

/** The next version while it is written: its rules, or what it would move. */
export const DraftPane = ({ draft, inForce, versionCount }: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const saving = useDraftSaving(draft, versionCount);
  const isWanted = usePolicyStore((desk) => desk.isPreviewShown);
  const isPreviewShown = isWanted && saving.preview !== null;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isPreviewShown) pane.current?.querySelector<HTMLElement>('.target-cell .input')?.focus();
    // The keys begin in the first target, once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <section className="policy-pane" aria-label={intl.formatMessage({ id: 'policy.draft' })} ref={pane}>
      {isPreviewShown && saving.preview !== null ? (
        <PreviewPane preview={saving.preview} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="policy-body" tabIndex={0} role="region" aria-label={intl.formatMessage({ id: 'policy.title' })}>
          <RulesForm
            draft={draft}
            problems={saving.read.problems}
            base={inForce}
            onChange={state.me.role === 'lead' ? changeDraft : null}
          />
        </div>
      )}
      <DraftFooter draft={draft} saving={saving} isPreviewShown={isPreviewShown} />
    </section>
  );
};
