import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { WallTarget } from '../../../shared/ipc/wall-calls.ts';
import { linesOf, type Panel } from '../../../shared/wall/pages.ts';
import type { PanelId } from './boards.ts';
import { useChoose } from './wall-context.ts';

type Props = {
  readonly id: PanelId;
  readonly panel: Panel;
  readonly part: number;
  /** How many there are, where the lines are only the first of them. */
  readonly total: number;
  /** What the number opens; null where it is only told. */
  readonly target: WallTarget | null;
  readonly children: ReactNode;
};

/** Lists that are best empty. */
const IS_GOOD: ReadonlySet<PanelId> = new Set([
  ...(['breached', 'risk', 'leads', 'escalations', 'unassigned', 'waits', 'hours'] as const),
]);

/** A list of the wall under its name: its number opens all of it, and where it is cut it says which lines are shown. */
export const WallPanel = ({ id, panel, part, total, target, children }: Props) => {
  const intl = useIntl();
  const choose = useChoose();
  const { from, to } = linesOf(panel, part);
  const name = intl.formatMessage({ id: `wall.panel.${id}` });
  const isCut = id !== 'risk' && to - from < total;
  return (
    <section
      className="wall-panel"
      aria-labelledby={`wall-panel-${id}`}
      data-panel={id}
      data-testid={`wall-panel-${id}`}
    >
      <header>
        <h2 id={`wall-panel-${id}`}>{name}</h2>
        {isCut ? (
          <span className="wall-range" data-testid={`wall-range-${id}`}>
            {intl.formatMessage({ id: 'wall.range' }, { from: from + 1, to, total })}
          </span>
        ) : null}
        {target === null ? (
          <span className="wall-total">{intl.formatNumber(total)}</span>
        ) : (
          <button
            type="button"
            className="wall-total"
            onClick={() => choose(target)}
            data-wall-stop
            data-testid={`wall-total-${id}`}
          >
            <span aria-hidden="true">{intl.formatNumber(total)}</span>
            <span className="sr-only">{intl.formatMessage({ id: 'wall.all' }, { name, count: total })}</span>
          </button>
        )}
      </header>
      {total === 0 ? (
        <p className="wall-none">
          {IS_GOOD.has(id) ? <IconCheck stroke={2.2} aria-hidden="true" /> : null}
          {intl.formatMessage({ id: `wall.none.${id}` })}
        </p>
      ) : (
        children
      )}
    </section>
  );
};
