import '../../styles/create.css';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell } from '../../state/notice-store.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useLeftForm } from '../../ui/left-form.ts';
import { useDialogSend } from '../maintenance/use-dialog-send.ts';
import { readAbsence, readEdge, type AbsenceDraft, type AbsenceProblems } from './absence-draft.ts';
import { ClashList } from './clash-list.tsx';
import { ExpertChoice } from './expert-choice.tsx';
import { isAlike } from './form/restore-draft.ts';
import { OutcomeDialog } from './outcome-dialog.tsx';

type Props = { readonly id: number | null; readonly draft: AbsenceDraft; readonly onClose: () => void };

const NO_PROBLEMS: AbsenceProblems = {};

/** Writes an absence, and tells the booked sessions that then stand in it. */
export const AbsenceForm = ({ id, draft: first, onClose }: Props) => {
  useFocusBack();
  const intl = useIntl();
  const { rules, instants } = useApp();
  const { send, ...sending } = useDialogSend();
  // What was typed of an absence that another changed since is not what it says now.
  const said = `${id ?? `of ${first.expert}`} ${first.from} ${first.until} ${first.reason}`;
  const { value: draft, change, forget } = useLeftForm(`absence/${said}`, first);
  const [isRestored, setIsRestored] = useState(() => !isAlike(draft, first));
  const [isTried, setIsTried] = useState(false);
  const [clashes, setClashes] = useState<readonly SessionRow[] | null>(null);
  const word = (key: string): string => intl.formatMessage({ id: key });
  const nowMs = getRealNowMs();
  const result = readAbsence(draft, rules.zone, nowMs);
  const problems = isTried && 'problems' in result ? result.problems : NO_PROBLEMS;
  const told = (problem: string | undefined): string | null =>
    problem === undefined ? null : word(`expert.absenceWrong.${problem}`);
  const { expert, isWholeDays, reason } = draft;
  const submit = (): void => {
    setIsTried(true);
    if ('problems' in result) return;
    void send(
      () => call('absence:save', { id, expert, reason, ...result.span }),
      ({ sessions }) => {
        forget();
        void queryClient.invalidateQueries({ queryKey: ['coaching'] });
        tell('done', intl.formatMessage({ id: 'expert.absenceSaved' }, { expert }));
        if (sessions.length === 0) onClose();
        else setClashes(sessions);
      },
    );
  };
  if (clashes !== null) {
    return (
      <OutcomeDialog title={word('expert.absenceClashes')} onClose={onClose} testId="absence-outcome">
        <ClashList sessions={clashes} onOpen={onClose} />
        <p className="quiet">{word('expert.clashNote')}</p>
      </OutcomeDialog>
    );
  }
  const edge = (key: 'from' | 'until') => {
    const ms = readEdge(draft[key], isWholeDays, rules.zone, nowMs);
    const note = ms === null ? undefined : `= ${isWholeDays ? instants.day(ms) : instants.due(ms)}`;
    const fallback = key === 'until' && isWholeDays ? word('expert.sameDay') : undefined;
    return (
      <LineField
        label={word(`expert.absence.${key}.${isWholeDays ? 'days' : 'moments'}`)}
        value={draft[key]}
        onChange={(text) => change({ [key]: text })}
        problem={told(problems[key])}
        note={note ?? fallback}
        placeholder={word(isWholeDays ? 'expert.dayExample' : 'expert.momentExample')}
        maxLength={40}
        isFirst={(key === 'from' && expert !== '') || undefined}
        testId={`absence-${key}`}
      />
    );
  };
  return (
    <FormDialog
      title={word(id === null ? 'expert.absenceNew' : 'expert.absenceEdit')}
      submit={word('expert.absenceSave')}
      onSubmit={submit}
      {...{ ...sending, onClose, size: 520, testId: 'absence-form' }}
    >
      {isRestored ? (
        <p className="create-restored" data-testid="absence-restored">
          {word('create.restored')}
          <button
            type="button"
            className="link"
            onClick={() => {
              setIsRestored(false);
              change(first);
            }}
          >
            {word('create.startAfresh')}
          </button>
        </p>
      ) : null}
      <ExpertChoice
        label={word('expert.who')}
        value={expert}
        onChange={(name) => change({ expert: name })}
        problem={told(problems.expert)}
        isFirst={expert === ''}
      />
      <ChoiceRow
        label={word('expert.absenceHow')}
        value={isWholeDays ? 'days' : 'moments'}
        choices={[
          { value: 'days', label: word('expert.wholeDays') },
          { value: 'moments', label: word('expert.moments') },
        ]}
        onChange={(how) => change({ isWholeDays: how === 'days' })}
        testId="absence-how"
      />
      <div className="absence-times">
        {edge('from')}
        {edge('until')}
      </div>
      <LineField
        label={word('expert.absenceReason')}
        value={reason}
        onChange={(text) => change({ reason: text })}
        problem={told(problems.reason)}
        testId="absence-reason"
      />
    </FormDialog>
  );
};
