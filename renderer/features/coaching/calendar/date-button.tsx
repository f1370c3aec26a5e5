import { Popover } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { showDay } from './calendar-store.ts';
import type { Day } from './days.ts';
import { focusCalendar } from './focus.ts';
import type { CalendarWords } from './use-calendar-words.ts';

const DayPicker = lazy(async () => ({ default: (await import('./date-picker.tsx')).DayPicker }));

type Props = { readonly day: Day; readonly words: CalendarWords };

/** Goes to a date that is chosen from a small month. */
export const DateButton = ({ day, words }: Props) => {
  const [isOpen, setIsOpen] = useState(false);
  /** Whoever chose goes on in the calendar; whoever left comes back to the button. */
  const [hasChosen, setHasChosen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      offset={4}
      trapFocus
      returnFocus={!hasChosen}
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className="icon-button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          title={words.word('date')}
          onClick={() => {
            setHasChosen(false);
            setIsOpen(!isOpen);
          }}
          data-testid="calendar-date"
        >
          <IconCalendarSearch size={16} stroke={1.8} aria-hidden="true" />
          <span className="sr-only">{words.word('date')}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.word('date')}>
        <Suspense fallback={<div className="cal-picker-wait" />}>
          <DayPicker
            day={day}
            words={words}
            onChoose={(to) => {
              setHasChosen(true);
              setIsOpen(false);
              showDay(to);
              setTimeout(focusCalendar);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
};
