import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import 'dayjs/locale/en-gb';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { dateOf, dayOfDate, type Day } from './days.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly day: Day; readonly onChoose: (day: Day) => void; readonly words: CalendarWords };

/** A small month to choose a day from; the arrows go from day to day. Loaded once somebody wants it. */
export const DayPicker = ({ day, onChoose, words }: Props) => {
  const { locale } = useIntl();
  const picker = useRef<HTMLDivElement>(null);
  // It comes after the popover has looked for something to focus.
  useEffect(() => picker.current?.querySelector<HTMLElement>('[data-selected]')?.focus(), []);
  return (
    <DatesProvider settings={{ locale: locale.startsWith('fr') ? 'fr' : 'en-gb', firstDayOfWeek: 1, weekendDays: [] }}>
      <DatePicker
        ref={picker}
        size="xs"
        value={dateOf(day)}
        defaultDate={dateOf(day)}
        minDate="1970-01-02"
        maxDate="2099-12-31"
        highlightToday
        ariaLabels={{
          previousMonth: words.word('before.month'),
          nextMonth: words.word('after.month'),
          monthLevelControl: words.word('chooseMonth'),
          yearLevelControl: words.word('chooseYear'),
        }}
        onChange={(date) => {
          const to = date === null ? null : dayOfDate(date);
          if (to !== null) onChoose(to);
        }}
        data-testid="calendar-date-picker"
      />
    </DatesProvider>
  );
};
