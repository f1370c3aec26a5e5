import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../i18n/error-text.ts';
import { Dialog } from './dialog.tsx';
import { UnlockButton } from './unlock-button.tsx';

type Props = {
  readonly title: string;
  /** What the button says that does it. */
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** It is being done: nothing is sent twice. */
  readonly isBusy: boolean;
  /** Why it was not done; null where it was not tried, or is told at a field. */
  readonly failure: unknown;
  readonly isDisabled?: boolean;
  readonly size: number;
  readonly testId: string;
  readonly children: ReactNode;
};

/** A form over the window. Enter in a field sends it, Ctrl or Cmd with Enter from anywhere, Escape leaves it. */
export const FormDialog = ({
  title,
  submit,
  onSubmit,
  onClose,
  isBusy,
  failure,
  isDisabled = false,
  size,
  testId,
  children,
}: Props) => {
  const intl = useIntl();
  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (!isDisabled && !isBusy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
  };
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      {/* Ctrl with Enter sends from any field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form className="form-dialog" noValidate onSubmit={send} onKeyDown={onKeyDown} data-testid={testId}>
        <div className="form-dialog-body">{children}</div>
        {failure === null ? null : (
          <p className="form-failure form-dialog-failure" role="alert" data-testid="dialog-failure">
            <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
            <span>{errorText(intl, failure)}</span>
            <UnlockButton failure={failure} />
          </p>
        )}
        <footer className="dialog-footer">
          <Button variant="default" onClick={onClose}>
            {intl.formatMessage({ id: 'cancel' })}
          </Button>
          <Button type="submit" disabled={isDisabled} loading={isBusy} data-testid="dialog-submit">
            {submit}
            <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} ↵</kbd>
          </Button>
        </footer>
      </form>
    </Dialog>
  );
};
