import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileSelection } from '../../shared/ipc/import-schemas.ts';
import type { Selection } from '../core/router.ts';

/** The files that the user chose, by a name that says nothing: the window never sees a path and cannot name one. */
export const createSelections = () => {
  const byWindow = new Map<number, Record<string, Selection>>();
  return {
    add: (windowId: number, use: Selection['use'], paths: readonly string[]): FileSelection => {
      const selectionId = randomUUID();
      byWindow.set(windowId, { ...byWindow.get(windowId), [selectionId]: { use, paths } });
      const files = paths.map((path) => ({
        name: basename(path),
        sizeBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
      }));
      return { selectionId, files };
    },
    of: (windowId: number): Readonly<Record<string, Selection>> => byWindow.get(windowId) ?? {},
    forget: (windowId: number): void => void byWindow.delete(windowId),
  };
};

export type Selections = ReturnType<typeof createSelections>;
