import { IconChevronLeft, IconChevronRight, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import holidays from '../../../resources/holidays/fr.json';
import { offsetAt } from '../../../shared/calendar/zone.ts';
import { parseMoment } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import type { RulesProps } from './rules-form.tsx';

type Named = Readonly<Record<string, { readonly en: string; readonly fr: string }>>;
const NAMES: Named = holidays.names;
const YEARS: Readonly<Record<string, Readonly<Record<string, string>>>> = holidays.years;

/** The dates on which the desk is closed: its own, and beside them the public holidays of a year. */
export const ClosedDays = ({ draft, onChange }: RulesProps) => {
  const intl = useIntl();
  const { state, rules } = useApp();
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const nowMs = useNow(wholeMinute);
  const [year, setYear] = useState(new Date(nowMs + offsetAt(rules.zone, nowMs)).getUTCFullYear());
  const dateFormat = new Intl.DateTimeFormat(intl.locale, {
    ...({ weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' } as const),
  });
  const dayText = (day: string): string => {
    const text = dateFormat.format(Date.parse(`${day}T00:00:00Z`));
    // The first of a month is an ordinal in French, which formats of dates do not write.
    return state.language === 'fr' ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text;
  };
  const named = Object.entries(YEARS[year] ?? {});
  const nameOf = (day: string): string | null => {
    const holiday = Object.entries(YEARS[day.slice(0, 4)] ?? {}).find(([, date]) => date === day);
    return holiday === undefined ? null : (NAMES[holiday[0]]?.[state.language] ?? null);
  };

  /** Read from today on; a weekday or a time is no date. */
  const read = (): string | null => {
    const date = typed.trim();
    if (!/^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}([/.]\d{4})?|tomorrow|demain)$/i.test(date)) return null;
    const moment = parseMoment(date, { nowMs, zone: rules.zone, side: 'ahead' });
    if (moment.kind !== 'moment') return null;
    return new Date(moment.atMs + offsetAt(rules.zone, moment.atMs)).toISOString().slice(0, 10);
  };
  const day = read();
  const holiday = day === null ? null : nameOf(day);
  const isListed = day !== null && draft.closures.includes(day);
  const add = (): void => {
    setIsTried(day === null);
    if (day === null || onChange === null) return;
    if (!isListed) onChange({ ...draft, closures: [...draft.closures, day].sort() });
    setYear(Number(day.slice(0, 4)));
    setTyped('');
  };
  const reading =
    typed.trim() === ''
      ? isTried
        ? intl.formatMessage({ id: 'policy.wrong.date' })
        : ''
      : day === null
        ? intl.formatMessage({ id: 'policy.wrong.date' })
        : `= ${dayText(day)} ${day.slice(0, 4)}${holiday === null ? '' : `, ${holiday}`}`;
  return (
    <div className="closed-days">
      <div>
        <h4>{intl.formatMessage({ id: 'policy.closures' })}</h4>
        {onChange === null ? null : (
          <div className="policy-line">
            <input
              className="input closure-date"
              aria-label={intl.formatMessage({ id: 'policy.closureDate' })}
              placeholder={intl.formatMessage({ id: 'policy.closureExample' })}
              value={typed}
              maxLength={10}
              aria-describedby="closure-read"
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') add();
              }}
              data-testid="closure-date"
            />
            <button type="button" className="banner-button" onClick={add} data-testid="closure-add">
              <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {intl.formatMessage({ id: 'policy.addClosure' })}
            </button>
            <span
              id="closure-read"
              className="form-told"
              role="status"
              data-wrong={(day === null && reading !== '') || undefined}
            >
              {reading}
            </span>
          </div>
        )}
        {draft.closures.length === 0 ? (
          <p className="quiet">{intl.formatMessage({ id: 'policy.noClosures' })}</p>
        ) : (
          <ul className="closure-list" data-testid="closures">
            {draft.closures.map((closure) => (
              <li key={closure}>
                {dayText(closure)} {closure.slice(0, 4)}
                {onChange === null ? null : (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={intl.formatMessage({ id: 'policy.removeClosure' }, { day: dayText(closure) })}
                    onClick={() => onChange({ ...draft, closures: draft.closures.filter((one) => one !== closure) })}
                  >
                    <IconX size={14} stroke={2} aria-hidden="true" />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h4 className="holiday-head">
          {intl.formatMessage({ id: 'policy.holidays' }, { year: String(year) })}
          <button
            type="button"
            className="icon-button"
            aria-label={intl.formatMessage({ id: 'policy.yearBefore' })}
            disabled={!(year - 1 in YEARS)}
            onClick={() => setYear(year - 1)}
          >
            <IconChevronLeft size={15} stroke={2} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={intl.formatMessage({ id: 'policy.yearAfter' })}
            disabled={!(year + 1 in YEARS)}
            onClick={() => setYear(year + 1)}
          >
            <IconChevronRight size={15} stroke={2} aria-hidden="true" />
          </button>
        </h4>
        <ul className="holiday-list" data-testid="holidays" title={holidays.source}>
          {named.map(([id, date]) => (
            <li key={id}>
              <span>{dayText(date)}</span> <span className="quiet">{NAMES[id]?.[state.language] ?? id}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
