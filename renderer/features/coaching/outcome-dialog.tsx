import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../ui/dialog.tsx';

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
    <Dialog onClose={onClose} title={title} size={520} isToRead>
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
    </Dialog>
  );
};
