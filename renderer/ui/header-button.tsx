import type { Icon } from '@tabler/icons-react';
import { useIntl } from 'react-intl';

type Props = {
  readonly icon: Icon;
  /** The command's name, as a message key. */
  readonly name: string;
  readonly testId: string;
  readonly onPress: () => void;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
};

/** A sign in the head of a place; its name is for the pointer and for readers. */
export const HeaderButton = ({ icon: Sign, name, testId, onPress, isPressed, isDisabled }: Props) => {
  const intl = useIntl();
  const label = intl.formatMessage({ id: name });
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
      title={label}
      data-testid={testId}
    >
      <Sign size={16} stroke={1.8} aria-hidden="true" />
      <span className="sr-only">{label}</span>
    </button>
  );
};
