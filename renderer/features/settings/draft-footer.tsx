import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { momentText } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { UnlockHint } from '../access/unlock-hint.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import { changeDraft, dropDraft, showPreview } from './policy-store.ts';
import type { DraftSaving } from './use-draft-saving.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

type Props = { readonly draft: PolicyDraft; readonly saving: DraftSaving; readonly isPreviewShown: boolean };

/** From when on, why, and the two steps: see what moves, then save. */
export const DraftFooter = ({ draft, saving, isPreviewShown }: Props) => {
  const intl = useIntl();
  const { state, rules, instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const { fromMs, preview, read, failure } = saving;
  const [isDiscarding, setIsDiscarding] = useState(false);
  const isReady = preview?.kind === 'done';
  const why =
    state.me.role !== 'lead'
      ? word('policy.leadsOnly')
      : read.problems.size > 0
        ? intl.formatMessage({ id: 'policy.problems' }, { count: read.problems.size })
        : isReady
          ? ''
          : word('policy.previewFirst');
  const reading = draft.from === null ? null : fromMs === null ? null : instants.due(fromMs);
  const isWrong = draft.from !== null && draft.from.trim() !== '' && fromMs === null;
  return (
    <footer className="policy-footer">
      <ChoiceRow
        label={word('policy.holdsFrom')}
        value={draft.from === null ? 'now' : 'at'}
        choices={[
          { value: 'now', label: word('policy.now') },
          { value: 'at', label: word('policy.at') },
        ]}
        onChange={(choice) => changeDraft({ ...draft, from: choice === 'now' ? null : '' })}
        testId="policy-when"
      />
      {draft.from === null ? null : (
        <FormField
          label={intl.formatMessage({ id: 'policy.moment' }, { zone: instants.zone })}
          className="policy-moment"
          problem={isWrong ? word('policy.wrong.moment') : null}
          {...(reading === null ? {} : { note: `= ${reading}` })}
        >
          {(ids) => (
            <input
              {...ids}
              className="input"
              placeholder={word('form.moment.aheadExample')}
              maxLength={40}
              autoComplete="off"
              value={draft.from ?? ''}
              onChange={({ currentTarget: { value } }) => changeDraft({ ...draft, from: value })}
              onBlur={() => {
                if (fromMs !== null && draft.from !== null && draft.from !== momentText(rules.zone, fromMs)) {
                  changeDraft({ ...draft, from: momentText(rules.zone, fromMs) });
                }
              }}
              data-testid="policy-from"
            />
          )}
        </FormField>
      )}
      <FormField label={word('policy.note')} className="policy-note">
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={400}
            value={draft.note}
            onChange={({ currentTarget: { value } }) => changeDraft({ ...draft, note: value })}
            data-testid="policy-note"
          />
        )}
      </FormField>
      <span className="policy-steps">
        {isPreviewShown ? (
          <Button variant="default" onClick={() => showPreview(false)} data-testid="policy-back">
            {word('policy.back')}
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              onClick={isDiscarding ? dropDraft : () => setIsDiscarding(true)}
              onBlur={() => setIsDiscarding(false)}
              data-testid="policy-discard"
            >
              {word(isDiscarding ? 'policy.discardSure' : 'policy.discard')}
            </Button>
            <Button
              variant={isReady ? 'default' : 'filled'}
              disabled={!saving.canPreview}
              onClick={isReady ? () => showPreview(true) : saving.runPreview}
              data-testid="policy-preview"
            >
              {word(isReady ? 'policy.seePreview' : 'policy.preview')}
            </Button>
          </>
        )}
        <Button
          disabled={!isReady || saving.isSaving}
          variant={isReady ? 'filled' : 'default'}
          aria-describedby="policy-why"
          onClick={saving.save}
          data-testid="policy-save"
        >
          {word(saving.isSaving ? 'policy.saving' : 'policy.save')}
        </Button>
      </span>
      {failure === null ? (
        <p id="policy-why" className="policy-why quiet" role="status">
          {why} <UnlockHint />
        </p>
      ) : (
        <FailureLine failure={failure} className="policy-why" testId="policy-failure" />
      )}
    </footer>
  );
};
