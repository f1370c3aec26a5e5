import { useQuery } from '@tanstack/react-query';
import { appStateQuery } from '../../ipc/queries.ts';

/** Why somebody may not make or restore a backup; null where they may. */
export type Barrier = 'sample' | 'role' | 'locked' | null;

/** Backups are a lead's. Of a queue that cannot be read, its passphrase cannot be asked for either: whoever says to be a lead is one. */
export const useBackupBarrier = (): Barrier => {
  const { data: state } = useQuery(appStateQuery);
  if (state === undefined) return 'role';
  if (state.workspace === 'sample') return 'sample';
  const { me, preferences, access } = state;
  if (me.role === 'lead' || (preferences.me.role === 'lead' && access.isPassphraseSet === null)) return null;
  return access.isLeadLocked && access.isPassphraseSet !== null ? 'locked' : 'role';
};
