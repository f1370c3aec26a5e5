import { IconChevronLeft, IconChevronRight, IconEye, IconEyeOff, IconMessagePlus, IconPlus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import { CommandKey } from '../../../commands/command-key.tsx';
import { runCommand } from '../../../commands/registry.ts';
import { HeaderButton } from '../../../ui/header-button.tsx';
import { showView, toggleCancelled, useCalendarStore } from './calendar-store.ts';
import { goToToday, stepView } from './calendar-steps.ts';
import { VIEWS } from './days.ts';
import { DateButton } from './date-button.tsx';
import { ExportButton } from './export-button.tsx';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';
import { WhoButton } from './who-button.tsx';

type Props = { readonly calendar: Calendar; readonly words: CalendarWords };

/** What is shown, of whom and when, and what is begun from here. */
export const CalendarHeader = ({ calendar, words }: Props) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const { view, day, today, range } = calendar;
  const isCancelledShown = useCalendarStore((state) => state.isCancelledShown);
  return (
    <>
      <header className="queue-header cal-header">
        <h1 id="coaching-title">{words.word('title')}</h1>
        <div className="views" role="group" aria-label={words.word('views')}>
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              className="view"
              aria-pressed={one === view}
              aria-current={one === view ? 'true' : undefined}
              onClick={() => showView(one)}
              data-testid={`calendar-view-${one}`}
            >
              {words.word(`view.${one}`)}
            </button>
          ))}
        </div>
        <span className="grow" />
        <button type="button" className="action" onClick={() => runCommand('askCoaching')} data-testid="ask-session">
          <IconMessagePlus size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'session.ask' })}
        </button>
        {role === 'agent' ? null : (
          <button type="button" className="action" onClick={() => runCommand('planSession')} data-testid="plan-session">
            <IconPlus size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'command.planSession' })}
            <span aria-hidden="true">
              <CommandKey id="planSession" />
            </span>
          </button>
        )}
      </header>
      <div className="cal-bar">
        <HeaderButton
          icon={IconChevronLeft}
          name={`calendar.before.${view}`}
          testId="calendar-before"
          onPress={() => stepView(-1)}
        />
        <HeaderButton
          icon={IconChevronRight}
          name={`calendar.after.${view}`}
          testId="calendar-after"
          onPress={() => stepView(1)}
        />
        <button
          type="button"
          className="filter-button"
          onClick={goToToday}
          // It keeps the focus once it was pressed.
          aria-disabled={day === today || undefined}
          data-testid="calendar-today"
        >
          {words.word('today')}
        </button>
        <h2 className="cal-range" aria-live="polite" data-testid="calendar-range">
          {view === 'month' ? words.month(day) : words.range(range)}
        </h2>
        <span className="grow" />
        <DateButton day={day} words={words} />
        <WhoButton calendar={calendar} words={words} />
        <HeaderButton
          icon={isCancelledShown ? IconEye : IconEyeOff}
          name="calendar.cancelled"
          testId="calendar-cancelled"
          isPressed={isCancelledShown}
          onPress={toggleCancelled}
        />
        <ExportButton calendar={calendar} words={words} />
      </div>
    </>
  );
};
