import type { ReactNode } from 'react';

type Props = {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Buttons: the way on. */
  readonly children?: ReactNode;
  /** A failure is told at once, an empty place calmly. */
  readonly isFailure?: boolean;
};

/** What stands in a place that has nothing to show: why, and the way on. */
export const StateScreen = ({ icon, title, text, children, isFailure = false }: Props) => (
  <div className="state-screen" role={isFailure ? 'alert' : 'status'}>
    <span className="state-icon" data-failure={isFailure || undefined} aria-hidden="true">
      {icon}
    </span>
    <h2>{title}</h2>
    {text === undefined ? null : <p>{text}</p>}
    {children === undefined ? null : <div className="state-actions">{children}</div>}
  </div>
);
