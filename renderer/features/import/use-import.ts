import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FileSelection } from '../../../shared/ipc/import-schemas.ts';
import { call } from '../../ipc/client.ts';
import { importGuessQuery, importPreviewQuery } from '../../ipc/queries.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { FIRST_OPTIONS, machineZone, toRequest, type ImportOptions } from './import-options.ts';

/** Stops the import or preview that is under way; without one it does nothing. */
const cancelRunning = (): void => void call('import:cancel', {}).catch(reportFailure);

/** The state of the import dialog: options, preview, run. */
export const useImport = (selection: FileSelection) => {
  const client = useQueryClient();
  const [options, setOptions] = useState<ImportOptions>(FIRST_OPTIONS);
  const isAuto = options.profile === 'auto';
  const guessing = useQuery({ ...importGuessQuery(selection.selectionId, machineZone()), enabled: isAuto });
  const guess = guessing.data ?? null;
  const detected = guess?.profile.value ?? null;
  const isGuessing = isAuto && guessing.isFetching;
  const request = toRequest(selection, options, detected, guess?.zone.candidates[0]?.zone ?? null);
  const run = useMutation({ mutationFn: () => call('import:run', request) });
  const isRunning = run.isPending;
  const isAsked = run.isIdle || run.isError;
  const preview = useQuery({ ...importPreviewQuery(request), enabled: isAsked && !isGuessing });

  useEffect(() => cancelRunning, []);

  return {
    options,
    request,
    detected,
    guess: isAuto ? guess : null,
    isReading: isGuessing || preview.isFetching,
    preview,
    run,
    isRunning,
    change: (change: Partial<ImportOptions>): void => {
      if (isGuessing || preview.isFetching) {
        void client.cancelQueries({ queryKey: ['import'] });
        cancelRunning();
      }
      run.reset();
      setOptions((before) => ({ ...before, ...change }));
    },
    cancel: cancelRunning,
  };
};
