import { goTo, useDeskStore } from '../state/desk-store.ts';
import { neighbourView, VIEWS } from '../state/queue-filters.ts';
import { showView, useUiStore } from '../state/ui-store.ts';
import type { QueueView } from '../../shared/ipc/schemas.ts';
import type { Command } from './command.ts';

const show = (view: QueueView): void => {
  if (useDeskStore.getState().place !== 'queue') goTo('queue');
  showView(view);
};

const step = (by: 1 | -1) => (): void => showView(neighbourView(useUiStore.getState().filter.view, by));

/** Brackets need AltGr on AZERTY, so the arrows do the same. Alt+0 is the tenth. */
export const VIEW_COMMANDS: readonly Command[] = [
  { id: 'nextView', group: 'views', place: 'queue', keys: [']', 'ArrowRight'], run: step(1), isMove: true },
  { id: 'previousView', group: 'views', place: 'queue', keys: ['[', 'ArrowLeft'], run: step(-1), isMove: true },
  ...VIEWS.map((view, i): Command => ({
    id: `view.${view}`,
    group: 'views',
    place: 'everywhere',
    keys: [`Alt+${(i + 1) % 10}`],
    run: () => show(view),
  })),
];
