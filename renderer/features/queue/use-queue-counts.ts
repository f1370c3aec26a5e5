import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueueCounts } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { queueCountsQuery } from '../../ipc/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** How many tickets each view and value holds under the present filter; the last known while a new filter is counted. */
export const useQueueCounts = (): QueueCounts | undefined => {
  const filter = useUiStore((ui) => ui.filter);
  return useQuery({ ...queueCountsQuery(filter), placeholderData: keepPreviousData }).data;
};

/** The tickets on screen are made up, whatever file they are in. */
export const useIsSample = (): boolean => {
  const { state } = useApp();
  const hasSamples = useQueueCounts()?.hasSamples ?? false;
  return hasSamples || state.workspace === 'sample';
};
