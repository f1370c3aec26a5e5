import '../../styles/session.css';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { forgetLeft, useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { CoachingFrame } from './coaching-frame.tsx';
import { spanText } from './session-words.ts';
import { useDialogSession } from './use-dialog-session.ts';
import { useSessionAction } from './use-session-action.ts';

const Form = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { run, ...action } = useSessionAction();
  const { id, version, customer, startMs, endMs } = page.row;
  const form = `noShow/${id}`;
  const [note, setNote] = useLeft(form, 'note', '');
  const word = (key: string): string => intl.formatMessage({ id: key });
  const text = note.trim() === '' ? null : note.trim();
  return (
    <CoachingFrame
      title={word('session.noShow.title')}
      submit={word('session.noShow.run')}
      onSubmit={() =>
        void run(
          () => call('coaching:no-show', { id, expectedVersion: version, note: text }),
          () => intl.formatMessage({ id: 'session.noShow.done' }, { customer }),
        ).then((isDone) => {
          if (isDone) forgetLeft(form);
        })
      }
      action={action}
      testId="no-show-session"
    >
      <p className="session-told">
        <strong>
          <bdi>{customer}</bdi>
        </strong>
        {startMs === null || endMs === null ? null : <span>{spanText(instants, { startMs, endMs })}</span>}
        <span className="quiet">{word('session.noShow.text')}</span>
      </p>
      <LineField
        label={word('session.noShow.note')}
        value={note}
        onChange={setNote}
        rows={3}
        isFirst
        testId="no-show-note"
      />
    </CoachingFrame>
  );
};

/** Notes that nobody came: nothing is charged by that. */
export const NoShowDialog = () => {
  const page = useDialogSession('noShow');
  return page === undefined ? null : <Form page={page} />;
};
