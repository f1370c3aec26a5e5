import type { ReactNode } from 'react';
import type { WallTarget } from '../../../shared/ipc/wall-calls.ts';
import { useChoose } from './wall-context.ts';

type Props = {
  readonly target: WallTarget;
  /** Large, at the left: what it is about. */
  readonly figure: ReactNode;
  readonly title: ReactNode;
  readonly text: ReactNode;
  readonly aside?: ReactNode;
};

/** A line of the wall: a large figure, and two lines of what it is of. Pressed, it opens that. */
export const WallLine = ({ target, figure, title, text, aside }: Props) => {
  const choose = useChoose();
  return (
    <li>
      <button
        type="button"
        className="wall-line"
        onClick={() => choose(target)}
        data-wall-stop
        data-ticket-id={target.kind === 'ticket' ? target.id : undefined}
        data-testid="wall-line"
      >
        <span className="wall-figure">{figure}</span>
        <span className="wall-about">
          <span className="wall-title">{title}</span>
          <span className="wall-text">{text}</span>
        </span>
        {aside === undefined ? null : <span className="wall-aside">{aside}</span>}
      </button>
    </li>
  );
};
