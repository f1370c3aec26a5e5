import {
  IconCheck,
  IconCircleDashed,
  IconCircleFilled,
  IconMinus,
  IconPlayerPauseFilled,
  IconSquareRotatedFilled,
  IconTriangleFilled,
} from '@tabler/icons-react';
import type { ShownState } from '../../shared/sla/present.ts';

const ICONS = {
  running: IconCircleFilled,
  atRisk: IconSquareRotatedFilled,
  breached: IconTriangleFilled,
  paused: IconPlayerPauseFilled,
  met: IconCheck,
  bestEffort: IconCircleDashed,
  none: IconMinus,
} as const satisfies Readonly<Record<ShownState, unknown>>;

const SMALLER: ReadonlySet<ShownState> = new Set(['running']);

/** The sign of a clock's state: each has a shape of its own, so that it is told without colour. */
export const ClockIcon = ({ state, size = 11 }: { readonly state: ShownState; readonly size?: number }) => {
  const Icon = ICONS[state];
  return (
    <span className="clock-icon" data-clock={state} aria-hidden="true">
      <Icon size={SMALLER.has(state) ? size * 0.82 : size} stroke={2.5} />
    </span>
  );
};
