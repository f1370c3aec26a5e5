import { IconColumns3 } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useIntl } from 'react-intl';

type Props = {
  readonly isOpen: boolean;
  readonly onPress: () => void;
  /** Takes the focus when it appears: it stands where the pressed one stood. */
  readonly isFocused?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

export const ColumnsButton = ({ isOpen, onPress, isFocused = false, ref, ...ofPopover }: Props) => {
  const intl = useIntl();
  const label = intl.formatMessage({ id: 'columns.choose' });
  return (
    <button
      {...ofPopover}
      ref={ref}
      type="button"
      className="filter-button columns-button"
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      aria-label={label}
      title={label}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isFocused}
      onClick={onPress}
      data-testid="columns-button"
    >
      <IconColumns3 size={15} stroke={1.8} aria-hidden="true" />
    </button>
  );
};
