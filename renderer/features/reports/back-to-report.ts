import { goTo, useDeskStore } from '../../state/desk-store.ts';
import { useReportStore } from '../../state/report-store.ts';
import { closeDetail, useUiStore } from '../../state/ui-store.ts';

/** The ticket that is open in the queue is the one that a report opened. */
export const isFromReport = (): boolean => {
  const { isDetailOpen, selectedId } = useUiStore.getState();
  const { openedId } = useReportStore.getState();
  return useDeskStore.getState().place === 'queue' && isDetailOpen && openedId !== null && selectedId === openedId;
};

/** Back to the same place of the report. */
export const backToReport = (): void => {
  closeDetail();
  goTo('reports');
};
