import { useEffect } from 'react';
import { useGhostStore } from './calendar-store.ts';
import type { CalendarWords } from './use-calendar-words.ts';

/** Marks the session that is moved, where it stands: none of the others is asked. */
const useLiftedMark = (): void => {
  const id = useGhostStore(({ ghost }) => ghost?.row?.id ?? null);
  useEffect(() => {
    const marked = id === null ? null : document.querySelector(`[data-session="${id}"]`);
    marked?.setAttribute('data-lifted', 'true');
    return () => marked?.removeAttribute('data-lifted');
  }, [id]);
};

/** Where a session stands that is moved by keys, for the eye and for readers, and which keys go on. */
export const MovingBar = ({ words }: { readonly words: CalendarWords }) => {
  useLiftedMark();
  const ghost = useGhostStore(({ ghost: one }) => (one?.isByKeys === true ? one : null));
  useEffect(() => {
    if (ghost !== null) {
      document.querySelector('[data-testid="calendar-ghost"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [ghost]);
  return (
    <div className="cal-moving" data-open={ghost !== null || undefined}>
      <p aria-live="assertive" data-testid="calendar-moving">
        {ghost === null
          ? null
          : ghost.row === null
            ? words.word('making', { place: words.place(ghost) })
            : words.word('moving', { customer: ghost.row.customer, place: words.place(ghost) })}
      </p>
      {ghost === null ? null : <p className="quiet">{words.word(ghost.row === null ? 'makingKeys' : 'movingKeys')}</p>}
    </div>
  );
};
