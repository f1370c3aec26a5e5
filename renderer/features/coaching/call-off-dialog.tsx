import '../../styles/session.css';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CalledOffBy } from '../../../shared/coaching/session-event.ts';
import type { SeriesScope, SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { forgetLeft, useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { CoachingFrame } from './coaching-frame.tsx';
import { hasScope, ScopeChoice } from './scope-choice.tsx';
import { noticeText, spanText } from './session-words.ts';
import { useDialogSession } from './use-dialog-session.ts';
import { useSessionAction } from './use-session-action.ts';

const WHO = ['customer', 'expert', 'desk'] as const satisfies readonly CalledOffBy[];

const Form = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { run, ...action } = useSessionAction();
  const [isChecked, setIsChecked] = useState(false);
  const nowMs = useNow(wholeMinute);
  const { id, version, customer, startMs, endMs } = page.row;
  const form = `callOffSession/${id}`;
  const [by, setBy] = useLeft<CalledOffBy>(form, 'by', 'customer');
  const [wantedScope, setScope] = useLeft<SeriesScope>(form, 'scope', 'this');
  const [reason, setReason] = useLeft(form, 'reason', '');
  const scope = hasScope(page) ? wantedScope : 'this';
  const word = (key: string): string => intl.formatMessage({ id: key });
  const isMissing = reason.trim() === '';
  const submit = (): void => {
    setIsChecked(true);
    if (isMissing) return;
    void run(
      () => call('coaching:call-off', { id, expectedVersion: version, scope, by, reason }),
      () =>
        intl.formatMessage({ id: scope === 'this' ? 'session.calledOff' : 'session.calledOffSeries' }, { customer }),
    ).then((isDone) => {
      if (isDone) forgetLeft(form);
    });
  };
  return (
    <CoachingFrame
      title={word('session.callOff.title')}
      submit={word('session.callOff.run')}
      onSubmit={submit}
      action={action}
      testId="call-off-session"
    >
      <p className="session-told">
        <strong>
          <bdi>{customer}</bdi>
        </strong>
        {startMs === null || endMs === null ? null : <span>{spanText(instants, { startMs, endMs })}</span>}
        <span className="quiet" data-testid="call-off-notice">
          {noticeText(intl, startMs === null ? null : startMs - nowMs)}
        </span>
      </p>
      {hasScope(page) ? <ScopeChoice value={scope} onChange={setScope} /> : null}
      <ChoiceRow
        label={word('session.callOff.by')}
        value={by}
        choices={WHO.map((one) => ({ value: one, label: word(`session.callOff.by.${one}`) }))}
        onChange={setBy}
        testId="call-off-by"
      />
      <LineField
        label={word('session.callOff.reason')}
        value={reason}
        onChange={setReason}
        problem={isChecked && isMissing ? word('session.callOff.reasonMissing') : null}
        rows={3}
        isFirst
        testId="call-off-reason"
      />
    </CoachingFrame>
  );
};

/** Calls a session off, or more of its series: who did, why, and with which notice. */
export const CallOffDialog = () => {
  const page = useDialogSession('callOff');
  return page === undefined ? null : <Form page={page} />;
};
