import { flushSync } from 'react-dom';
import { useRef, type MouseEvent, type PointerEvent } from 'react';
import { HOUR_MS, MINUTE_MS, type InstantMs } from '../../../../shared/time/instant.ts';
import { useApp } from '../../../app-context.ts';
import { showSession } from '../../../state/coaching-store.ts';
import { getNowMs } from '../../../state/now-store.ts';
import { snap, SNAP_MIN, toAxis, toInstant, type Axis } from './axis.ts';
import { drawGhost, putCursor, useGhostStore } from './calendar-store.ts';
import type { Column } from './columns.ts';
import { dayAt } from './days.ts';
import { focusCalendarNow, focusSession } from './focus.ts';
import { SLOT_MIN } from './grid-steps.ts';
import type { TimedRow } from './layout.ts';
import { heldBecause } from './may-move.ts';
import { endingAt, movedTo, startingAt, type Place } from './moving.ts';
import { planAt } from './plan-at.ts';
import { useMoveSession } from './use-move-session.ts';

type Pointed = { readonly column: Column; readonly ms: InstantMs };

type Drag = {
  readonly row: TimedRow | null;
  readonly edge: 'start' | 'end' | null;
  readonly from: Place;
  /** How far into the session it was taken; for a new one, nothing. */
  readonly grabMs: number;
  readonly x: number;
  readonly y: number;
  isMoving: boolean;
};

/** A press that goes less far is a click. */
const FAR_PX = 4;
/** So near its end, a session is made longer or shorter; a small one leaves room to take all of it. */
const END_PX = 6;
const SMALL_EDGE_PX = 3;
const SMALL_PX = 26;
/** So near the edge, the grid goes along. */
const EDGE_PX = 36;
const ALONG_PX = 14;

/** Which end of a session is taken; null for all of it. */
const edgeAt = (session: Element | null, y: number): Drag['edge'] => {
  if (session === null) return null;
  const { top, bottom, height } = session.getBoundingClientRect();
  const reach = height < SMALL_PX ? SMALL_EDGE_PX : END_PX;
  if (y >= bottom - reach) return 'end';
  return y < top + reach ? 'start' : null;
};

const draggedTo = ({ row, edge, from, grabMs }: Drag, { column, ms }: Pointed): Place => {
  if (row === null) {
    // It reaches to the end of the quarter that the pointer is in.
    const quarter = SNAP_MIN * MINUTE_MS;
    const at = Math.floor(ms / quarter) * quarter;
    return at >= from.startMs
      ? endingAt(from, at + quarter)
      : startingAt({ ...from, endMs: from.startMs + quarter }, at);
  }
  if (edge === 'end') return endingAt(from, snap(ms));
  if (edge === 'start') return startingAt(from, snap(ms));
  return movedTo({ ...from, expert: column.expert }, snap(ms - grabMs));
};

/** The pointer on the grid: a press shows or marks, a drag moves, resizes or makes. What it does is drawn by the ghost alone. */
export const useGridPointer = (axis: Axis, columns: readonly Column[], rows: readonly TimedRow[]) => {
  const { role } = useApp().state.me;
  const move = useMoveSession();
  const drag = useRef<Drag | null>(null);

  const pointed = (grid: HTMLElement, x: number, y: number): Pointed | null => {
    const elements = [...grid.querySelectorAll<HTMLElement>('[data-column]')];
    const last = elements.length - 1;
    const found = elements.findIndex((one, i) => x < one.getBoundingClientRect().right || i === last);
    const rect = elements[found]?.getBoundingClientRect();
    const column = columns[found];
    if (rect === undefined || column === undefined) return null;
    const axisMin = ((y - rect.top) / rect.height) * axis.lengthMin;
    return { column, ms: toInstant(axis, column.day, Math.min(Math.max(axisMin, 0), axis.lengthMin - 1)) };
  };

  const end = (): void => {
    drag.current = null;
    drawGhost(null);
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0 || !(event.target instanceof HTMLElement)) return;
      // What was moved by keys is put back.
      drawGhost(null);
      const at = pointed(event.currentTarget, event.clientX, event.clientY);
      if (at === null) return;
      const id = event.target.closest<HTMLElement>('[data-session]')?.dataset['session'];
      const row = rows.find((one) => one.id === id) ?? null;
      if (id !== undefined && (row === null || heldBecause(row, role, getNowMs()) !== null)) return;
      const edge = row === null ? null : edgeAt(event.target.closest('[data-session]'), event.clientY);
      const startMs = Math.floor(at.ms / (SNAP_MIN * MINUTE_MS)) * SNAP_MIN * MINUTE_MS;
      drag.current = {
        row,
        edge,
        from: row ?? { expert: at.column.expert, startMs, endMs: startMs + SNAP_MIN * MINUTE_MS },
        grabMs: row === null ? 0 : at.ms - row.startMs,
        ...{ x: event.clientX, y: event.clientY, isMoving: false },
      };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const current = drag.current;
      if (current === null) return;
      if (!current.isMoving) {
        if (Math.hypot(event.clientX - current.x, event.clientY - current.y) < FAR_PX) return;
        current.isMoving = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      const scroller = event.currentTarget.closest<HTMLElement>('.cal-scroll');
      if (scroller !== null) {
        const { top, bottom } = scroller.getBoundingClientRect();
        if (event.clientY > bottom - EDGE_PX) scroller.scrollTop += ALONG_PX;
        else if (event.clientY < top + EDGE_PX + 40) scroller.scrollTop -= ALONG_PX;
      }
      const at = pointed(event.currentTarget, event.clientX, event.clientY);
      if (at === null) return;
      const place = draggedTo(current, at);
      const kind = current.row === null ? 'create' : current.edge === null ? 'move' : 'resize';
      const before = useGhostStore.getState().ghost;
      if (
        before !== null &&
        before.startMs === place.startMs &&
        before.endMs === place.endMs &&
        before.expert === place.expert
      )
        return;
      drawGhost({
        kind,
        row: current.row,
        isByKeys: false,
        expert: place.expert,
        startMs: place.startMs,
        endMs: place.endMs,
      });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>): void => {
      const current = drag.current;
      const { ghost } = useGhostStore.getState();
      end();
      if (current === null || !current.isMoving || ghost === null) return;
      event.preventDefault();
      const { expert, startMs, endMs } = ghost;
      if (current.row === null) planAt(role, { expert, startMs, endMs });
      else {
        focusSession(current.row.id);
        void move(current.row, { expert, startMs, endMs });
      }
    },
    onPointerCancel: end,
    onClick: (event: MouseEvent<HTMLElement>): void => {
      if (!(event.target instanceof HTMLElement)) return;
      const id = event.target.closest<HTMLElement>('[data-session]')?.dataset['session'];
      if (id !== undefined) {
        showSession(id);
        return;
      }
      const slot = event.target.dataset['slot'];
      if (slot !== undefined) {
        // Enter on the slot that has the keys: the pointer goes through it.
        const expert = event.target.closest<HTMLElement>('[data-expert]')?.dataset['expert'];
        if (expert !== undefined) planAt(role, { expert, startMs: Number(slot), endMs: Number(slot) + HOUR_MS });
        return;
      }
      const at = pointed(event.currentTarget, event.clientX, event.clientY);
      if (at === null || event.target.closest('[data-column]') === null) return;
      const { day, expert } = at.column;
      const axisMin = toAxis(axis, dayAt(axis.zone, at.ms), at.ms);
      const startMs = toInstant(axis, day, Math.floor(axisMin / SLOT_MIN) * SLOT_MIN);
      flushSync(() => putCursor({ expert, startMs }));
      focusCalendarNow();
      if (event.detail > 1) planAt(role, { expert, startMs, endMs: startMs + HOUR_MS });
    },
    /** Escape puts back what the pointer has taken. */
    cancel: (): boolean => {
      if (drag.current === null || !drag.current.isMoving) return false;
      end();
      return true;
    },
  };
};
