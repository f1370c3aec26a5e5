import { useApp } from '../../../app-context.ts';
import { getNowMs } from '../../../state/now-store.ts';
import { tell } from '../../../state/notice-store.ts';
import { drawGhost } from './calendar-store.ts';
import { focusCalendarSurface } from './focus.ts';
import type { TimedRow } from './layout.ts';
import { heldBecause } from './may-move.ts';
import { placeOf, type Place } from './moving.ts';
import type { CalendarWords } from './use-calendar-words.ts';

/** Takes a session up with the keys, drawn where it would go; tells why where it may not be moved. */
export const useLift = (words: CalendarWords): ((row: TimedRow, to?: Place) => void) => {
  const { role } = useApp().state.me;
  return (row, to = placeOf(row)) => {
    const held = heldBecause(row, role, getNowMs());
    if (held !== null) {
      tell('refused', words.word(`held.${held}`));
      return;
    }
    drawGhost({ kind: 'move', row, isByKeys: true, ...to });
    focusCalendarSurface();
  };
};
