import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueueCounts } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { queueCountsQuery } from '../../ipc/queries.ts';
import { useAsOfMs } from '../../state/replay-store.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** Counting what a word finds takes several times as long as listing it: while somebody types, the list goes first. */
const COUNT_REST_MS = 250;

/** How many tickets each view and value holds under the present filter; the last known while a new filter is counted. */
export const useQueueCounts = (): QueueCounts | undefined => {
  const filter = useUiStore((ui) => ui.filter);
  const asOfMs = useAsOfMs();
  const [counted] = useDebouncedValue(filter, filter.text === '' ? 0 : COUNT_REST_MS);
  return useQuery({ ...queueCountsQuery(counted, asOfMs), placeholderData: keepPreviousData }).data;
};

/** The tickets on screen are made up, whatever file they are in. */
export const useIsSample = (): boolean => {
  const { state } = useApp();
  const hasSamples = useQueueCounts()?.hasSamples ?? false;
  return hasSamples || state.workspace === 'sample';
};
