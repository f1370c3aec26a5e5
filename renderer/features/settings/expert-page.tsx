import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ExpertRow } from '../../../shared/ipc/coaching-schemas.ts';
import { call } from '../../ipc/client.ts';
import { expertsQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell } from '../../state/notice-store.ts';
import { UnlockHint } from '../access/unlock-hint.tsx';
import { useDialogSend } from '../maintenance/use-dialog-send.ts';
import { AbsenceList } from './absence-list.tsx';
import { ExpertExport } from './expert-export.tsx';
import { expertDraftOf, putExpertDraft, readExpertDraft, useExpertStore, type ExpertDraft } from './expert-store.ts';
import { WeekEditor } from './week-editor.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

type Props = {
  readonly expert: ExpertRow;
  readonly mayEdit: boolean;
  /** Nobody knows this expert yet. */
  readonly isNew: boolean;
  /** What had the focus is gone, or done. */
  readonly onLeft: () => void;
};

const noteOf = (mayEdit: boolean, isNew: boolean, isSaved: boolean): string => {
  if (!mayEdit) return 'expert.notYours';
  if (isNew) return 'expert.newNote';
  return isSaved ? 'expert.hoursNote' : 'expert.unsavedNote';
};

/** One expert: the hours of the week, whether new sessions are planned, when away, and the calendar as a file. */
export const ExpertPage = ({ expert, mayEdit, isNew, onLeft }: Props) => {
  const intl = useIntl();
  const { name, isSaved } = expert;
  const kept = useExpertStore((state) => state.drafts[name]);
  const { send, isBusy, failure } = useDialogSend();
  const [isTried, setIsTried] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const saved = expertDraftOf(expert);
  const draft = kept ?? saved;
  const isChanged = kept !== undefined || !isSaved;
  const { week, problems } = readExpertDraft(draft);
  const change = (part: Partial<ExpertDraft>): void => {
    const next = { ...draft, ...part };
    const isAsSaved = isSaved && JSON.stringify(next) === JSON.stringify(saved);
    putExpertDraft(name, isAsSaved ? null : next);
  };
  const discard = (): void => {
    putExpertDraft(name, null);
    onLeft();
  };
  const save = (): void => {
    setIsTried(true);
    if (problems.size > 0) return;
    void send(
      () => call('expert:save', { name, week, isActive: draft.isActive }),
      (list) => {
        queryClient.setQueryData(expertsQuery.queryKey, list);
        putExpertDraft(name, null);
        tell('done', intl.formatMessage({ id: 'expert.saved' }, { name }));
        onLeft();
      },
    );
  };
  return (
    <div className="policy-pane" data-testid="expert-page">
      <div
        className="policy-body expert-body"
        // It scrolls by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={name}
      >
        <h3 className="expert-name">
          <bdi>{name}</bdi>
        </h3>
        <p className="quiet" data-testid="expert-role">
          {word(noteOf(mayEdit, isNew, isSaved))} <UnlockHint />
        </p>
        <section className="policy-section" aria-label={word('expert.hours')} data-reading={!mayEdit || undefined}>
          <h3>{word('expert.hours')}</h3>
          <WeekEditor
            week={draft.week}
            problems={problems}
            onChange={mayEdit ? (changed) => change({ week: changed }) : null}
            free={word('expert.free')}
            testId="expert-week"
          />
          <label className="check expert-active">
            <input
              type="checkbox"
              checked={draft.isActive}
              disabled={!mayEdit}
              aria-describedby="expert-active-told"
              onChange={({ currentTarget: { checked } }) => change({ isActive: checked })}
              data-testid="expert-active"
            />
            <span>{word('expert.active')}</span>
          </label>
          <p className="form-told" id="expert-active-told">
            {word('expert.activeNote')}
          </p>
          {mayEdit ? (
            <div className="policy-line">
              <Button
                disabled={!isChanged || problems.size > 0}
                loading={isBusy}
                onClick={save}
                data-testid="expert-save"
              >
                {word('expert.save')}
              </Button>
              {kept === undefined ? null : (
                <Button variant="default" onClick={discard} data-testid="expert-discard">
                  {word('policy.discard')}
                </Button>
              )}
              {isTried && problems.size > 0 ? (
                <span className="form-told" data-wrong>
                  {intl.formatMessage({ id: 'policy.problems' }, { count: problems.size })}
                </span>
              ) : null}
            </div>
          ) : null}
          {failure === null ? null : <FailureLine failure={failure} />}
        </section>
        {isNew ? null : (
          <>
            <AbsenceList expert={name} mayEdit={mayEdit} />
            <section className="policy-section" aria-label={word('expert.calendar')}>
              <h3>{word('expert.calendar')}</h3>
              <ExpertExport expert={name} />
            </section>
          </>
        )}
      </div>
    </div>
  );
};
