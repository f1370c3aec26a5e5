import { goTo, useDeskStore } from '../state/desk-store.ts';
import { copyFilter } from '../features/queue/copy-filter.ts';
import { openSaveView } from '../features/queue/save-view-store.ts';
import { stepView } from '../features/queue/view-list.ts';
import { VIEWS } from '../state/queue-filters.ts';
import { showView } from '../state/ui-store.ts';
import type { QueueView } from '../../shared/ipc/schemas.ts';
import type { Command } from './command.ts';

const show = (view: QueueView): void => {
  if (useDeskStore.getState().place !== 'queue') goTo('queue');
  showView(view);
};

/** Brackets need AltGr on AZERTY, so the arrows do the same. Alt+0 is the tenth. */
export const VIEW_COMMANDS: readonly Command[] = [
  { id: 'nextView', group: 'views', place: 'queue', keys: [']', 'ArrowRight'], run: () => stepView(1), isMove: true },
  {
    id: 'previousView',
    group: 'views',
    place: 'queue',
    keys: ['[', 'ArrowLeft'],
    run: () => stepView(-1),
    isMove: true,
  },
  ...VIEWS.map((view, i): Command => ({
    id: `view.${view}`,
    group: 'views',
    place: 'everywhere',
    keys: [`Alt+${(i + 1) % 10}`],
    run: () => show(view),
  })),
  { id: 'saveView', group: 'views', place: 'queue', keys: [], run: openSaveView },
  { id: 'copyFilter', group: 'views', place: 'queue', keys: [], run: () => void copyFilter() },
];
