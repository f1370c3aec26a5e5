import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

type Props = {
  readonly title: string;
  /** Its width: px, or as CSS has it. */
  readonly size: number | string;
  readonly onClose: () => void;
  /** It stands so far from the top and grows downwards: what is typed in stays where it is. */
  readonly fromTop?: string;
  /** Nothing is typed in: a press beside it leaves it. */
  readonly isToRead?: boolean;
  /** It may lie over what lies over everything else. */
  readonly isOnTop?: boolean;
  readonly children: ReactNode;
};

/** What lies over the window and has the keys; Escape leaves it. Whoever opens it gives the focus back. */
export const Dialog = ({ title, size, onClose, fromTop, isToRead = false, isOnTop = false, children }: Props) => {
  const intl = useIntl();
  return (
    <Modal
      opened
      {...{ title, size, onClose }}
      {...(fromTop === undefined ? {} : { centered: false, yOffset: fromTop })}
      {...(isOnTop ? { zIndex: 400 } : {})}
      closeOnClickOutside={isToRead}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }), tabIndex: -1 }}
    >
      {children}
    </Modal>
  );
};
