import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import type { ListedVersion } from './listed-versions.ts';
import { draftOf } from './policy-draft.ts';
import { changeDraft, showVersion } from './policy-store.ts';
import type { Problem } from './read-draft.ts';
import { RulesForm } from './rules-form.tsx';

const NO_PROBLEMS: ReadonlyMap<string, Problem> = new Map();

/** A version as it was saved, to read; for a lead the way to the next one. */
export const VersionPane = ({ version, hasDraft }: { readonly version: ListedVersion; readonly hasDraft: boolean }) => {
  const intl = useIntl();
  const { state } = useApp();
  const isLead = state.me.role === 'lead';
  const rules = useMemo(() => draftOf(version.policy), [version.policy]);
  return (
    <section className="policy-pane" aria-label={intl.formatMessage({ id: 'policy.version' })}>
      <div className="policy-bar">
        <Button
          disabled={!isLead}
          aria-describedby="policy-role"
          onClick={() => (hasDraft ? showVersion('draft') : changeDraft(rules))}
          data-testid="policy-edit"
        >
          {intl.formatMessage({ id: hasDraft ? 'policy.openDraft' : 'policy.edit' })}
        </Button>
        <span className="quiet" id="policy-role">
          {intl.formatMessage({ id: isLead ? `policy.standingNote.${version.standing}` : 'policy.leadsOnly' })}
        </span>
      </div>
      {/* It scrolls by the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="policy-body" tabIndex={0} role="region" aria-label={intl.formatMessage({ id: 'policy.title' })}>
        <RulesForm draft={rules} problems={NO_PROBLEMS} base={null} onChange={null} />
      </div>
    </section>
  );
};
