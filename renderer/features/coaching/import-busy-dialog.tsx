import '../../styles/experts.css';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { FileSelection } from '../../../shared/ipc/import-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useDialogSend } from '../maintenance/use-dialog-send.ts';
import { ClashList } from './clash-list.tsx';
import { ExpertChoice } from './expert-choice.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';

type Taken = CallOutput<'calendar:import-busy'>;
const COUNTS = ['added', 'changed', 'removed', 'unchanged'] as const;

/** Takes the busy times of somebody's calendar file as absences; tells how many, and the booked sessions that now stand in one. */
export const ImportBusyDialog = () => {
  useFocusBack();
  const intl = useIntl();
  const { me } = useApp().state;
  const dialog = useCoachingStore((state) => state.dialog);
  const named = dialog?.kind === 'importBusy' ? dialog.expert : null;
  const { send, ...sending } = useDialogSend();
  const [expert, setExpert] = useState(named ?? (me.role === 'expert' ? me.name : ''));
  const [file, setFile] = useState<FileSelection | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const word = (id: string): string => intl.formatMessage({ id });
  const fileName = file?.files[0]?.name ?? null;
  const choose = (): void =>
    void send(
      () => call('calendar:choose-file', {}),
      (selection) => {
        if (selection !== null) setFile(selection);
      },
    );
  const submit = (): void => {
    setIsTried(true);
    if (file === null || expert === '') return;
    void send(
      () => call('calendar:import-busy', { expert, selectionId: file.selectionId }),
      (result) => {
        void queryClient.invalidateQueries({ queryKey: ['coaching'] });
        setTaken(result);
      },
    );
  };
  if (taken !== null) {
    return (
      <OutcomeDialog title={word('busy.done')} onClose={closeCoachingDialog} testId="busy-outcome">
        <p>{intl.formatMessage({ id: 'busy.of' }, { expert, file: fileName ?? '' })}</p>
        <dl className="busy-counts">
          {COUNTS.map((count) => (
            <div key={count} data-testid={`busy-${count}`}>
              <dt>{word(`busy.${count}`)}</dt>
              <dd>{intl.formatNumber(taken[count])}</dd>
            </div>
          ))}
        </dl>
        <ClashList sessions={taken.sessions} onOpen={closeCoachingDialog} />
      </OutcomeDialog>
    );
  }
  return (
    <FormDialog
      title={word('busy.title')}
      submit={word('busy.run')}
      onSubmit={submit}
      {...{ ...sending, onClose: closeCoachingDialog, size: 520, testId: 'busy-form' }}
    >
      <p className="quiet">{word('busy.note')}</p>
      <ExpertChoice
        label={word('expert.whose')}
        value={expert}
        onChange={setExpert}
        problem={isTried && expert === '' ? word('expert.absenceWrong.expert') : null}
        isFirst={expert === ''}
      />
      <div>
        <span className="form-label" id="busy-file-label">
          {word('busy.file')}
        </span>
        <div className="busy-file">
          <button
            type="button"
            className="banner-button"
            aria-describedby="busy-file-told"
            onClick={choose}
            data-autofocus={expert !== '' || undefined}
            data-testid="busy-choose"
          >
            <IconFileImport size={14} stroke={2} aria-hidden="true" /> {word('busy.choose')}
          </button>
          <span id="busy-file-told" className="form-told" data-wrong={(isTried && file === null) || undefined}>
            {fileName === null ? word(isTried ? 'busy.fileMissing' : 'busy.noFile') : <bdi>{fileName}</bdi>}
          </span>
        </div>
      </div>
    </FormDialog>
  );
};
