import { useEffect, useState } from 'react';
import type { ImportProgress } from '../../../shared/ipc/import-schemas.ts';
import { listen } from '../../ipc/client.ts';

/** How far the running import or preview is; null while none tells. */
export const useImportProgress = (isRunning: boolean): ImportProgress | null => {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEffect(() => {
    if (!isRunning) return undefined;
    const stop = listen('import:progressed', setProgress);
    return () => {
      stop();
      setProgress(null);
    };
  }, [isRunning]);
  return progress;
};
