import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { tell } from '../../state/notice-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useDialogSend } from '../maintenance/use-dialog-send.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { useWait } from './use-wait.ts';

/** Asks for the passphrase that opens a lead's rights. A wrong one keeps waiting, longer each time. */
export const UnlockForm = ({ onClose }: { readonly onClose: () => void }) => {
  const intl = useIntl();
  useFocusBack();
  const { me } = useApp().state;
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setIsShown] = useState(false);
  const { send, ...sending } = useDialogSend();
  const seconds = useWait(sending.failure);
  const word = (id: string): string => intl.formatMessage({ id });
  const submit = (): void =>
    void send(
      () => call('access:unlock', { passphrase }),
      (state) => {
        adoptAppState(state);
        tell('done', intl.formatMessage({ id: 'people.unlocked' }, { name: state.me.name }));
        onClose();
      },
    );
  return (
    <FormDialog
      title={word('people.unlockTitle')}
      submit={seconds > 0 ? intl.formatMessage({ id: 'people.waiting' }, { seconds }) : word('people.unlock')}
      onSubmit={submit}
      isDisabled={passphrase === '' || seconds > 0}
      {...{ ...sending, onClose, size: 440, testId: 'unlock-form' }}
    >
      <p className="quiet">{intl.formatMessage({ id: 'people.unlockText' }, { name: me.name })}</p>
      <PassphraseField
        label={word('people.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        isShown={isShown}
        isFirst
        testId="passphrase"
      />
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ currentTarget }) => setIsShown(currentTarget.checked)} />
        <span>{word('people.show')}</span>
      </label>
      <details className="form-told">
        <summary>{word('people.forgotten')}</summary>
        <p>{word('people.forgottenText')}</p>
        <p>
          <code>vigie lead-passphrase --db … --reset</code>
        </p>
      </details>
    </FormDialog>
  );
};
