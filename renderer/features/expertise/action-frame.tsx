import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../../i18n/error-text.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';

type Props = {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  /** What it does; null while something is wrong, which the fields then tell. */
  readonly onSubmit: () => Promise<void> | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A small dialog that changes a ledger: its fields, what refused it, and its buttons. */
export const ActionFrame = ({ title, action, onSubmit, onClose, children }: Props) => {
  const intl = useIntl();
  useFocusBack();
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setIsSaving] = useState(false);
  const submit = (): void => {
    if (isSaving) return;
    const done = onSubmit();
    if (done === null) return;
    setIsSaving(true);
    done.then(onClose, (error: unknown) => {
      setIsSaving(false);
      setFailure(error);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={480}
      closeOnClickOutside={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }), tabIndex: -1 }}
    >
      {/* Ctrl with Enter does it from any field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        noValidate
        className="create-form"
        data-testid="ledger-action"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="action-body">{children}</div>
        <footer className="dialog-footer">
          {failure === null ? null : (
            <p className="form-failure" role="alert" data-testid="action-failure">
              <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
              {errorText(intl, failure)}
            </p>
          )}
          <span className="grow" />
          <Button variant="default" onClick={onClose}>
            {intl.formatMessage({ id: 'cancel' })}
          </Button>
          <Button type="submit" data-testid="action-save">
            {action}
            <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} ↵</kbd>
          </Button>
        </footer>
      </form>
    </Modal>
  );
};
