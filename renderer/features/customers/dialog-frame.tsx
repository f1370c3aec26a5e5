import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../../i18n/error-text.ts';
import { closeCustomerDialog } from './customer-dialog-store.ts';
import { focusPage, focusSearch } from './focus.ts';
import type { Action } from './use-action.ts';

type Props = {
  readonly title: string;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly action: Action;
  readonly children: ReactNode;
  readonly size?: number;
  readonly isDisabled?: boolean;
  /** The failure is told at a field. */
  readonly isFailureTold?: boolean;
  readonly testId: string;
};

/** What had the focus has it again; where that is gone, the page or else the search. */
const useReturnedFocus = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const held = document.activeElement;
        if (held !== null && held !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else if (!focusPage()) focusSearch();
      });
    },
    [opener],
  );
};

/** A form over the customers. Enter in a field sends it, Ctrl or Cmd with Enter from anywhere, Escape leaves it. */
export const DialogFrame = ({
  title,
  submit,
  onSubmit,
  action,
  children,
  size = 520,
  isDisabled = false,
  isFailureTold = false,
  testId,
}: Props) => {
  const intl = useIntl();
  useReturnedFocus();
  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (!isDisabled && !action.isBusy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
  };
  return (
    <Modal
      opened
      onClose={closeCustomerDialog}
      title={title}
      size={size}
      closeOnClickOutside={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }), tabIndex: -1 }}
    >
      {/* Ctrl with Enter sends from any field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form noValidate onSubmit={send} onKeyDown={onKeyDown} data-testid={testId}>
        <div className="customer-form">{children}</div>
        {action.failure === null || isFailureTold ? null : (
          <p className="form-failure customer-failure" role="alert" data-testid="customer-failure">
            <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
            {errorText(intl, action.failure)}
          </p>
        )}
        <footer className="dialog-footer">
          <Button variant="default" onClick={closeCustomerDialog}>
            {intl.formatMessage({ id: 'cancel' })}
          </Button>
          <Button type="submit" disabled={isDisabled} loading={action.isBusy} data-testid="customer-submit">
            {submit}
          </Button>
        </footer>
      </form>
    </Modal>
  );
};
