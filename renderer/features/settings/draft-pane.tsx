import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Policy } from '../../../shared/sla/policy.ts';
import { useApp } from '../../app-context.ts';
import { DraftFooter } from './draft-footer.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import { changeDraft, usePolicyStore } from './policy-store.ts';
import { PreviewPane } from './preview-pane.tsx';
import { ShownPart } from './shown-part.tsx';
import { useDraftSaving } from './use-draft-saving.ts';

type Props = {
  readonly draft: PolicyDraft;
  /** What it is compared with. */
  readonly inForce: Policy;
  readonly versionCount: number;
};

/** What is written holds from the instant in the footer on. */
const NONE_SINCE: ReadonlyMap<string, number> = new Map();
const FIRST_FIELD = '.target-cell .input, .offer-table .offer-open, .ledger-setting .input, .maint-rule .input';

/** The next version while it is written: its rules, or what it would move. */
export const DraftPane = ({ draft, inForce, versionCount }: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const saving = useDraftSaving(draft, versionCount);
  const isWanted = usePolicyStore((desk) => desk.isPreviewShown);
  const isPreviewShown = isWanted && saving.preview !== null;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isPreviewShown) pane.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    // The keys begin in the first value, once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <section className="policy-pane" aria-label={intl.formatMessage({ id: 'policy.draft' })} ref={pane}>
      {isPreviewShown && saving.preview !== null ? (
        <PreviewPane preview={saving.preview} />
      ) : (
        <ShownPart
          draft={draft}
          problems={saving.read.problems}
          base={inForce}
          since={NONE_SINCE}
          fromMs={saving.fromMs}
          onChange={state.me.role === 'lead' ? changeDraft : null}
        />
      )}
      <DraftFooter draft={draft} saving={saving} isPreviewShown={isPreviewShown} />
    </section>
  );
};
