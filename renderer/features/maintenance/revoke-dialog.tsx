import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { MaintenanceExceptionRow } from '../../../shared/ipc/maintenance-calls.ts';
import { call } from '../../ipc/client.ts';
import { exceptionsQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell } from '../../state/notice-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useLeftForm } from '../../ui/left-form.ts';
import { useDialogSend } from './use-dialog-send.ts';
import { useExceptionText } from './use-exception-text.ts';

type Props = { readonly exception: MaintenanceExceptionRow; readonly onClose: () => void };

/** Takes an exception back, with a reason: windows are again as the rules have them. */
export const RevokeDialog = ({ exception, onClose }: Props) => {
  useFocusBack();
  const intl = useIntl();
  const textOf = useExceptionText();
  const { send, ...sending } = useDialogSend();
  const kept = useLeftForm(`revoke/${exception.id}`, { reason: '' });
  const { reason } = kept.value;
  const [isTried, setIsTried] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const isMissing = reason.trim() === '';
  const submit = (): void => {
    setIsTried(true);
    if (isMissing) return;
    void send(
      () => call('maintenance:revoke-exception', { id: exception.id, reason }),
      (list) => {
        kept.forget();
        queryClient.setQueryData(exceptionsQuery.queryKey, list);
        onClose();
        tell('done', word('maintenance.done.revoked'));
      },
    );
  };
  return (
    <FormDialog
      title={word('maintenance.title.revoked')}
      submit={word('maintenance.submit.revoked')}
      onSubmit={submit}
      {...{ ...sending, onClose, size: 480, testId: 'revoke-form' }}
    >
      <p>{textOf(exception)}</p>
      <LineField
        label={word('maintenance.revokeReason')}
        value={reason}
        onChange={(text) => kept.change({ reason: text })}
        problem={isTried && isMissing ? word('maintenance.wrong.reason') : null}
        rows={2}
        maxLength={400}
        isFirst
        testId="revoke-reason"
      />
    </FormDialog>
  );
};
