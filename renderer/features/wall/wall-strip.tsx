import {
  IconArrowUpRight,
  IconCircleDashed,
  IconClockPause,
  IconInbox,
  IconSquareRotatedFilled,
  IconTriangleFilled,
  type Icon,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import { WALL_FILTERS, type WallNumber } from '../../../shared/wall/wall-filters.ts';
import { useChoose } from './wall-context.ts';

type Tile = {
  readonly id: Exclude<WallNumber, 'running'>;
  readonly icon: Icon;
  readonly count: (wall: Wall) => number;
};

const TILES: readonly Tile[] = [
  { id: 'breached', icon: IconTriangleFilled, count: ({ breached }) => breached },
  { id: 'atRisk', icon: IconSquareRotatedFilled, count: ({ atRisk }) => atRisk },
  { id: 'unassigned', icon: IconCircleDashed, count: ({ unassigned }) => unassigned.total },
  { id: 'escalated', icon: IconArrowUpRight, count: ({ escalations }) => escalations.total },
  { id: 'waiting', icon: IconClockPause, count: ({ waiting }) => waiting },
  { id: 'open', icon: IconInbox, count: ({ open }) => open },
];

/** How the desk stands, in six numbers that are on every page; each opens its tickets. */
export const WallStrip = ({ wall }: { readonly wall: Wall }) => {
  const intl = useIntl();
  const choose = useChoose();
  return (
    <ul className="wall-strip">
      {TILES.map(({ id, icon: Sign, count }) => (
        <li key={id}>
          <button
            type="button"
            className="wall-tile"
            data-tone={id}
            data-zero={count(wall) === 0 || undefined}
            data-wall-stop
            data-testid={`wall-tile-${id}`}
            onClick={() => choose({ kind: 'tickets', filter: WALL_FILTERS[id] })}
          >
            <strong>{intl.formatNumber(count(wall))}</strong>
            <span className="wall-word">
              <Sign stroke={2.2} aria-hidden="true" />
              {intl.formatMessage({ id: `wall.tile.${id}` })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
