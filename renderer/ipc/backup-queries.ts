import { queryOptions } from '@tanstack/react-query';
import type { BackupSource } from '../../shared/ipc/backup-calls.ts';
import { call } from './client.ts';

/** Backups are files: they may be others each time that somebody looks. */
export const backupListQuery = queryOptions({
  queryKey: ['backup', 'list'],
  queryFn: () => call('backup:list', {}),
  staleTime: 0,
});

/** What a restore would change; looked at anew each time. */
export const restorePreviewQuery = (from: BackupSource) =>
  queryOptions({
    queryKey: ['backup', 'preview', from],
    queryFn: () => call('backup:preview-restore', { from }),
    ...{ staleTime: 0, gcTime: 0, retry: false },
  });

export const faultStandingQuery = queryOptions({
  queryKey: ['fault'],
  queryFn: () => call('fault:get-standing', {}),
});
