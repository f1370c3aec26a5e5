import { goTo } from '../../state/desk-store.ts';
import { isPast } from '../../state/replay-store.ts';
import { leavePast } from '../replay/look-at.ts';

/** Shows the log, which is of now: the past is left. */
export const openAudit = (): void => {
  if (isPast()) leavePast();
  goTo('audit');
};
