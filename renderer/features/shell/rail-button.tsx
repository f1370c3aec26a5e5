import type { ReactNode, Ref } from 'react';

export type RailButtonProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly testId: string;
  readonly onClick?: () => void;
  /** Takes the focus when it appears: it stands where the pressed one stood. */
  readonly isFocused?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** An entry of the rail that opens a menu. What else it is given belongs to that menu. */
export const RailButton = ({ label, icon, testId, isFocused = false, ref, ...ofMenu }: RailButtonProps) => (
  <button
    aria-haspopup="menu"
    {...ofMenu}
    ref={ref}
    type="button"
    className="rail-entry"
    data-testid={testId}
    title={label}
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus={isFocused}
  >
    {icon}
    <span>{label}</span>
  </button>
);
