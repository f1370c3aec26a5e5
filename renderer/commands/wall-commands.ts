import { hasStop, leaveStop, moveByKeys, turnByKeys } from '../features/wall/move.ts';
import { openWallWindow } from '../features/wall/open-window.ts';
import { togglePause } from '../features/wall/wall-store.ts';
import type { Command } from './command.ts';

const onWall = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id, keys, run, group: 'wall', place: 'wall' },
});
const move = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...onWall(id, keys, run),
  isMove: true,
});

/** Going about the wall, in the console and in the wall's own window. */
export const WALL_COMMANDS: readonly Command[] = [
  move('wallLeft', ['ArrowLeft'], () => moveByKeys('left')),
  move('wallRight', ['ArrowRight'], () => moveByKeys('right')),
  move('wallUp', ['ArrowUp'], () => moveByKeys('up')),
  move('wallDown', ['ArrowDown'], () => moveByKeys('down')),
  move('wallNext', ['PageDown'], () => turnByKeys(1)),
  move('wallPrevious', ['PageUp'], () => turnByKeys(-1)),
  { ...move('wallLeave', ['Escape'], leaveStop), isEnabled: hasStop },
  onWall('wallPause', ['Space'], togglePause),
  { ...onWall('wallWindow', ['Shift+T'], openWallWindow), place: 'everywhere' },
];
