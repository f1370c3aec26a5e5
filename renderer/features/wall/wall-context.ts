import { createContext, use } from 'react';
import type { WallTarget } from '../../../shared/ipc/wall-calls.ts';

/** Shows what was chosen on the wall: here, or from the wall's own window in the console. */
export const WallContext = createContext<(target: WallTarget) => void>(() => undefined);

export const useChoose = (): ((target: WallTarget) => void) => use(WallContext);
