import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { heldSince } from '../../../shared/tier/catalogue.ts';
import { UnlockHint } from '../access/unlock-hint.tsx';
import { versionsUpTo, type ListedVersion } from './listed-versions.ts';
import { draftOf } from './policy-draft.ts';
import { changeDraft, showVersion } from './policy-store.ts';
import type { Problem } from './read-draft.ts';
import { ShownPart } from './shown-part.tsx';

const NO_PROBLEMS: ReadonlyMap<string, Problem> = new Map();

type Props = {
  readonly version: ListedVersion;
  readonly versions: readonly ListedVersion[];
  readonly hasDraft: boolean;
};

/** A version as it was saved, to read; for a lead the way to the next one. */
export const VersionPane = ({ version, versions, hasDraft }: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const isLead = state.me.role === 'lead';
  const rules = useMemo(() => draftOf(version.policy), [version.policy]);
  const since = useMemo(() => heldSince(versionsUpTo(versions, version)), [versions, version]);
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
        <UnlockHint />
      </div>
      <ShownPart
        draft={rules}
        problems={NO_PROBLEMS}
        base={null}
        since={since}
        fromMs={version.saved?.fromMs ?? null}
        onChange={null}
      />
    </section>
  );
};
