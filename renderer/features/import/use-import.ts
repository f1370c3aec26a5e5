import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FileSelection, ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { call } from '../../ipc/client.ts';
import { importPreviewQuery } from '../../ipc/queries.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { FIRST_OPTIONS, toRequest, type ImportOptions } from './import-options.ts';

/** Stops the import or preview that is under way; without one it does nothing. */
const cancelRunning = (): void => void call('import:cancel', {}).catch(reportFailure);

/** The state of the import dialog: options, preview, run. */
export const useImport = (selection: FileSelection) => {
  const client = useQueryClient();
  const [options, setOptions] = useState<ImportOptions>(FIRST_OPTIONS);
  const [detected, setDetected] = useState<ImportProfile | null>(null);
  const request = toRequest(selection, options, detected);
  const run = useMutation({ mutationFn: () => call('import:run', request) });
  const isRunning = run.isPending;
  const isAsked = run.isIdle || run.isError;
  const preview = useQuery({ ...importPreviewQuery(request), enabled: isAsked });
  const { data } = preview;
  if (data !== undefined && options.profile === 'auto' && data.profile !== detected) setDetected(data.profile);

  useEffect(() => cancelRunning, []);

  return {
    options,
    request,
    detected,
    preview,
    run,
    isRunning,
    change: (change: Partial<ImportOptions>): void => {
      if (preview.isFetching) {
        void client.cancelQueries({ queryKey: ['import'] });
        cancelRunning();
      }
      run.reset();
      setOptions((before) => ({ ...before, ...change }));
    },
    cancel: cancelRunning,
  };
};
