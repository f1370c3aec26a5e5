import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly testId: string;
  readonly children: ReactNode;
};

/** What was done and what comes of it, until it is read. */
export const OutcomeDialog = ({ title, onClose, testId, children }: Props) => {
  const intl = useIntl();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }), tabIndex: -1 }}
    >
      <div className="form-dialog" data-testid={testId}>
        <div className="form-dialog-body" role="status">
          {children}
        </div>
        <footer className="dialog-footer">
          <Button onClick={onClose} data-autofocus data-testid="outcome-close">
            {intl.formatMessage({ id: 'close' })}
          </Button>
        </footer>
      </div>
    </Modal>
  );
};
