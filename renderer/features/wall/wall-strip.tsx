import {
  IconArrowUpRight,
  IconBellExclamation,
  IconCircleDashed,
  IconClockPause,
  IconInbox,
  IconSquareRotatedFilled,
  IconTriangleFilled,
  type Icon,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Wall, WallTarget } from '../../../shared/ipc/wall-calls.ts';
import { WALL_FILTERS, type WallNumber } from '../../../shared/wall/wall-filters.ts';
import { useChoose } from './wall-context.ts';

type Tile = {
  readonly number: Exclude<WallNumber, 'running'> | 'leads';
  readonly icon: Icon;
  readonly count: (wall: Wall) => number;
};

const targetOf = (number: Tile['number']): WallTarget =>
  number === 'leads' ? { kind: 'leads' } : { kind: 'tickets', filter: WALL_FILTERS[number] };

const TILES: readonly Tile[] = [
  { number: 'breached', icon: IconTriangleFilled, count: ({ breached }) => breached },
  { number: 'atRisk', icon: IconSquareRotatedFilled, count: ({ atRisk }) => atRisk },
  { number: 'unassigned', icon: IconCircleDashed, count: ({ unassigned }) => unassigned.total },
  { number: 'escalated', icon: IconArrowUpRight, count: ({ escalations }) => escalations.total },
  { number: 'leads', icon: IconBellExclamation, count: ({ leads }) => leads.total },
  { number: 'waiting', icon: IconClockPause, count: ({ waiting }) => waiting },
  { number: 'open', icon: IconInbox, count: ({ open }) => open },
];

/** How the desk stands, in seven numbers that are on every page; each opens what it counts. */
export const WallStrip = ({ wall }: { readonly wall: Wall }) => {
  const intl = useIntl();
  const choose = useChoose();
  return (
    <ul className="wall-strip">
      {TILES.map(({ number, icon: Sign, count }) => (
        <li key={number}>
          <button
            type="button"
            className="wall-tile"
            data-tone={number}
            data-zero={count(wall) === 0 || undefined}
            data-wall-stop
            data-testid={`wall-tile-${number}`}
            onClick={() => choose(targetOf(number))}
          >
            <strong>{intl.formatNumber(count(wall))}</strong>
            <span className="wall-word">
              <Sign stroke={2.2} aria-hidden="true" />
              {intl.formatMessage({ id: `wall.tile.${number}` })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
