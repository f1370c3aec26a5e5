import { IconPlus, IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { WEEKDAYS, type TypedWindow } from './read-week.ts';
import type { Problem } from './read-draft.ts';
import { parseWall, wallText } from './span-text.ts';
import { TypedField } from './typed-field.tsx';

export type TypedWeek = Readonly<Record<number, readonly TypedWindow[]>>;

type Props = {
  readonly week: TypedWeek;
  /** By place: `week.1.0`. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** Null where it may only be read. */
  readonly onChange: ((week: TypedWeek) => void) | null;
  /** What a day without a window is called. */
  readonly free: string;
  readonly testId: string;
};

/** A wall time in the form that everybody reads; null where it is none. */
export const settleWall = (typed: string): string | null => {
  const minutes = parseWall(typed);
  return minutes === null ? null : wallText(minutes);
};

/** 5 January 1970 was a Monday. */
const MONDAY_MS = 4 * DAY_MS;
const MINUTES_A_DAY = 1_440;
const MOST_WINDOWS = 6;
const FIRST: TypedWindow = { open: '09:00', close: '18:00' };

/** A window to begin with: an hour that begins an hour after the one before. */
const windowAfter = (before: TypedWindow | undefined): TypedWindow => {
  if (before === undefined) return FIRST;
  const opens = (parseWall(before.close) ?? MINUTES_A_DAY) + 60;
  return opens + 60 > MINUTES_A_DAY ? { open: '', close: '' } : { open: wallText(opens), close: wallText(opens + 60) };
};

/** The hours of a week, day by day. */
export const WeekEditor = ({ week, problems, onChange, free, testId }: Props) => {
  const intl = useIntl();
  const dayName = new Intl.DateTimeFormat(intl.locale, { weekday: 'long', timeZone: 'UTC' });
  const change = (day: number, windows: readonly TypedWindow[]): void => onChange?.({ ...week, [day]: windows });
  const never = problems.get('week');
  return (
    <div className="policy-week" data-testid={testId}>
      {WEEKDAYS.map((day) => {
        const name = dayName.format(MONDAY_MS + (day - 1) * DAY_MS);
        const windows = week[day] ?? [];
        return (
          <div className="policy-day" key={day} role="group" aria-label={name}>
            <span className="policy-day-name">{name}</span>
            {windows.length === 0 ? <span className="quiet policy-value">{free}</span> : null}
            {windows.map((window, index) => (
              // A window has no name but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <span className="policy-window" key={index}>
                {(['open', 'close'] as const).map((end) => (
                  <TypedField
                    key={end}
                    label={`${name}, ${intl.formatMessage({ id: `policy.${end}s` })}`}
                    value={window[end]}
                    maxLength={5}
                    problem={end === 'close' ? problems.get(`week.${day}.${index}`) : undefined}
                    settle={settleWall}
                    onChange={
                      onChange === null
                        ? null
                        : (typed) => change(day, windows.with(index, { ...window, [end]: typed }))
                    }
                    testId={`week-${day}-${index}-${end}`}
                  />
                ))}
                {onChange === null ? null : (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={intl.formatMessage({ id: 'policy.removeWindow' }, { day: name })}
                    onClick={() => change(day, windows.toSpliced(index, 1))}
                  >
                    <IconX size={14} stroke={2} aria-hidden="true" />
                  </button>
                )}
              </span>
            ))}
            {onChange === null || windows.length >= MOST_WINDOWS ? null : (
              <button
                type="button"
                className="icon-button"
                aria-label={intl.formatMessage({ id: 'policy.addWindow' }, { day: name })}
                title={intl.formatMessage({ id: 'policy.addWindow' }, { day: name })}
                onClick={() => change(day, [...windows, windowAfter(windows.at(-1))])}
                data-testid={`week-${day}-add`}
              >
                <IconPlus size={15} stroke={2} aria-hidden="true" />
              </button>
            )}
          </div>
        );
      })}
      {never === undefined ? null : (
        <p className="form-told" role="alert" data-wrong>
          {intl.formatMessage({ id: `policy.wrong.${never}` })}
        </p>
      )}
    </div>
  );
};
