import { create } from 'zustand';
import { pageFrom, type Page } from '../../../shared/wall/pages.ts';

type WallState = {
  /** The pages that there are now. */
  readonly pages: readonly Page[];
  /** The page that was chosen last; where it is gone, the one before it is shown. */
  readonly page: Page;
  /** Pages do not turn by themselves. */
  readonly isPaused: boolean;
};

const FIRST: Page = { board: 'countdowns', part: 0 };

/** How the wall stands in this window. Who works at the console turns its pages; a big screen turns them itself. */
export const useWallStore = create<WallState>()(() => ({ pages: [FIRST], page: FIRST, isPaused: true }));

const { getState, setState } = useWallStore;

const isSame = (a: readonly Page[], b: readonly Page[]): boolean =>
  a.length === b.length && a.every(({ board, part }, i) => b[i]?.board === board && b[i]?.part === part);

export const keepPages = (pages: readonly Page[]): void => {
  if (!isSame(pages, getState().pages)) setState({ pages });
};
export const turnPage = (by: number): void => setState(({ pages, page }) => ({ page: pageFrom(pages, page, by) }));
export const pauseWall = (isPaused: boolean): void => setState({ isPaused });
export const togglePause = (): void => setState(({ isPaused }) => ({ isPaused: !isPaused }));
