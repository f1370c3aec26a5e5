import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PASSPHRASE_MIN, passphraseFault, strengthOf } from '../../../shared/access/passphrase.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { tell } from '../../state/notice-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useDialogSend } from '../maintenance/use-dialog-send.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthLine } from './strength-line.tsx';
import { useWait } from './use-wait.ts';

/** The first passphrase of a lead, or another in the place of the present one: typed twice, its strength told. */
export const PassphraseForm = ({ onClose }: { readonly onClose: () => void }) => {
  const intl = useIntl();
  useFocusBack();
  const { isPassphraseSet } = useApp().state.access;
  // What this form is for stays while the answer comes.
  const [isChange] = useState(isPassphraseSet === true);
  const [old, setOld] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const { send, ...sending } = useDialogSend();
  const seconds = useWait(sending.failure);
  const word = (id: string): string => intl.formatMessage({ id }, { count: PASSPHRASE_MIN });
  const fault = passphraseFault(passphrase);
  const isOther = passphrase !== again;
  const submit = (): void => {
    setIsTried(true);
    if (fault !== null || isOther || (isChange && old === '')) return;
    void send(
      () => call('access:set-passphrase', { passphrase, old: isChange ? old : null }),
      (state) => {
        adoptAppState(state);
        tell('done', word(isChange ? 'people.passphraseChanged' : 'people.passphraseSet'));
        onClose();
      },
    );
  };
  const save = word(isChange ? 'people.changeSave' : 'people.setSave');
  return (
    <FormDialog
      title={word(isChange ? 'people.changeTitle' : 'people.setTitle')}
      submit={seconds > 0 ? intl.formatMessage({ id: 'people.waiting' }, { seconds }) : save}
      onSubmit={submit}
      isDisabled={seconds > 0}
      {...{ ...sending, onClose, size: 480, testId: 'passphrase-form' }}
    >
      <p className="quiet">{word(isChange ? 'people.changeText' : 'people.setText')}</p>
      {isChange ? (
        <PassphraseField
          label={word('people.oldPassphrase')}
          value={old}
          onChange={setOld}
          isShown={isShown}
          problem={isTried && old === '' ? word('people.wrong.old') : null}
          isFirst
          testId="passphrase-old"
        />
      ) : null}
      <PassphraseField
        label={word(isChange ? 'people.newPassphrase' : 'people.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        isShown={isShown}
        problem={isTried && fault !== null ? word(`people.wrong.${fault}`) : null}
        note={word('people.passphraseNote')}
        isFirst={!isChange}
        testId="passphrase-new"
      />
      <StrengthLine strength={passphrase === '' || fault !== null ? null : strengthOf(passphrase)} />
      <PassphraseField
        label={word('people.again')}
        value={again}
        onChange={setAgain}
        isShown={isShown}
        problem={isTried && fault === null && isOther ? word('people.wrong.again') : null}
        testId="passphrase-again"
      />
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ currentTarget }) => setIsShown(currentTarget.checked)} />
        <span>{word('people.show')}</span>
      </label>
    </FormDialog>
  );
};
