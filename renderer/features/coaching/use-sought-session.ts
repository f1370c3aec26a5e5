import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { stopSeeking, useCoachingStore } from '../../state/coaching-store.ts';
import { showDay, showExperts } from './calendar/calendar-store.ts';
import { dayAt } from './calendar/days.ts';
import { focusSession } from './calendar/focus.ts';
import type { Calendar } from './calendar/use-calendar.ts';

/** Takes the calendar to the session that somebody came for: its day, its expert among those shown, the keys on it. */
export const useSoughtSession = ({ zone, experts }: Pick<Calendar, 'zone' | 'experts'>): void => {
  const soughtId = useCoachingStore((state) => state.soughtId);
  const { data: page } = useQuery({ ...sessionQuery(soughtId ?? ''), enabled: soughtId !== null });
  useEffect(() => {
    if (soughtId === null || page?.row.id !== soughtId) return;
    const { startMs, expert } = page.row;
    if (startMs !== null) showDay(dayAt(zone, startMs));
    if (expert !== null && !experts.includes(expert)) showExperts('all');
    stopSeeking();
    focusSession(soughtId);
  }, [soughtId, page, zone, experts]);
};
