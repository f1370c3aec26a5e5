import { useIntl } from 'react-intl';
import type { CallOutput } from '../../../../shared/ipc/contract.ts';
import type { SessionPage, SessionRow } from '../../../../shared/ipc/coaching-schemas.ts';
import { errorText } from '../../../i18n/error-text.ts';
import { call, CallFailure } from '../../../ipc/client.ts';
import { sessionQuery } from '../../../ipc/coaching-queries.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { openCoachingDialog } from '../../../state/coaching-store.ts';
import { tell, tellDoneWith } from '../../../state/notice-store.ts';
import { focusSession } from './focus.ts';
import { isTimedRow, type TimedRow } from './layout.ts';
import { changeTo, isSamePlace, placeOf, type Place } from './moving.ts';
import { useCalendarWords } from './use-calendar-words.ts';
import { useCalendarZones } from './use-calendar-zones.ts';

type Listed = CallOutput<'coaching:list'>;

/** Draws a session in all lists as it is, or as it will be. */
const drawRow = (row: SessionRow): void => {
  queryClient.setQueriesData<Listed>({ queryKey: ['coaching', 'list'] }, (listed) =>
    listed === undefined ? listed : { ...listed, rows: listed.rows.map((one) => (one.id === row.id ? row : one)) },
  );
};

/** Takes over what a change of a session gave. */
export const adoptSession = (page: SessionPage): void => {
  queryClient.setQueryData(sessionQuery(page.row.id).queryKey, page);
  drawRow(page.row);
};

/** Tells that a session was moved, and how to take that back where it moved alone; one that was confirmed is confirmed again with it. */
export const useTellMoved = () => {
  const intl = useIntl();
  const words = useCalendarWords(useCalendarZones());
  return (before: TimedRow, page: SessionPage, scope: 'this' | 'following' | 'all'): void => {
    const { row } = page;
    if (!isTimedRow(row)) return;
    const place = words.place(placeOf(row));
    const isUnconfirmed = before.state === 'confirmed' && row.state === 'planned';
    const text = words.word(isUnconfirmed ? 'movedUnconfirmed' : 'moved', { customer: row.customer, place });
    // What became of each of a series is not known here.
    if (scope !== 'this') {
      tell('done', text);
      return;
    }
    tellDoneWith(text, async () => {
      try {
        const change = changeTo(placeOf(row), placeOf(before));
        const order = { id: row.id, expectedVersion: row.version, change, acceptsWarnings: true };
        let back = await call('coaching:change', { ...order, scope: 'this' });
        if (isUnconfirmed) {
          back = await call('coaching:confirm', { id: row.id, expectedVersion: back.row.version, note: null });
        }
        adoptSession(back);
        tell('done', words.word('movedBack', { customer: row.customer }));
      } catch (failure) {
        tell('refused', errorText(intl, failure));
      }
    });
  };
};

/** Moves a session, drawn at once: one call. What needs a word first — a series, a warning — opens its dialog; a refusal puts it back. */
export const useMoveSession = (): ((row: TimedRow, to: Place) => Promise<void>) => {
  const intl = useIntl();
  const tellMoved = useTellMoved();
  return async (row, to) => {
    if (isSamePlace(placeOf(row), to)) return;
    const ask = (): void => openCoachingDialog({ kind: 'move', id: row.id, ...to });
    if (row.seriesId !== null) {
      ask();
      return;
    }
    await queryClient.cancelQueries({ queryKey: ['coaching', 'list'] });
    drawRow({ ...row, ...to });
    const order = { id: row.id, expectedVersion: row.version, scope: 'this', acceptsWarnings: false } as const;
    try {
      const page = await call('coaching:change', { ...order, change: changeTo(placeOf(row), to) });
      adoptSession(page);
      focusSession(row.id);
      tellMoved(row, page, 'this');
    } catch (failure) {
      drawRow(row);
      focusSession(row.id);
      if (failure instanceof CallFailure && failure.code === 'coaching/not-accepted') ask();
      else {
        tell('refused', errorText(intl, failure));
        void queryClient.invalidateQueries({ queryKey: ['coaching'] });
      }
    }
  };
};
