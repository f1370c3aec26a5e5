import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { dayEndMs } from '../../../shared/expertise/parse-day.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { readEdge } from '../coaching/absence-draft.ts';
import { exportCalendar } from '../coaching/export-calendar.ts';
import { dateOf } from '../coaching/export-name.ts';

/** So many days are proposed. */
const USUAL_DAYS = 90;

/** Sessions of one expert, or of the whole cell where none is named, as a calendar file over a span of days. */
export const ExpertExport = ({ expert }: { readonly expert: string | null }) => {
  const intl = useIntl();
  const { rules } = useApp();
  const [days, setDays] = useState(() => {
    const nowMs = getRealNowMs();
    return { from: dateOf(nowMs), until: dateOf(nowMs + USUAL_DAYS * DAY_MS) };
  });
  const [isTried, setIsTried] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const read = (text: string) => readEdge(text, true, rules.zone, getRealNowMs());
  const [fromMs, lastMs] = [read(days.from), read(days.until)];
  const isWrong = fromMs === null || lastMs === null || lastMs < fromMs;
  const testId = expert === null ? 'cell-export' : 'expert-export';
  const run = (): void => {
    setIsTried(true);
    if (fromMs === null || lastMs === null || lastMs < fromMs) return;
    const toMs = dayEndMs(rules.zone, lastMs);
    void exportCalendar(expert === null ? { kind: 'cell', fromMs, toMs } : { kind: 'expert', expert, fromMs, toMs });
  };
  return (
    <div className="expert-export" role="group" aria-label={word(expert === null ? 'busy.cell' : 'expert.calendar')}>
      {expert === null ? <strong>{word('busy.cell')}</strong> : <p className="quiet">{word('busy.exportNote')}</p>}
      <span className="expert-span">
        {(['from', 'until'] as const).map((edge) => (
          <label key={edge}>
            <span className="form-label">{word(`expert.absence.${edge}.days`)}</span>
            <input
              className="input"
              maxLength={40}
              autoComplete="off"
              value={days[edge]}
              aria-invalid={(isTried && isWrong) || undefined}
              aria-describedby={isTried && isWrong ? `${testId}-told` : undefined}
              onChange={({ currentTarget: { value } }) => setDays({ ...days, [edge]: value })}
              data-testid={`${testId}-${edge}`}
            />
          </label>
        ))}
        <button type="button" className="banner-button" onClick={run} data-testid={testId}>
          <IconCalendarDown size={14} stroke={2} aria-hidden="true" /> {word('busy.export')}
        </button>
      </span>
      {isTried && isWrong ? (
        <p className="form-told" id={`${testId}-told`} role="alert" data-wrong>
          {word('busy.spanWrong')}
        </p>
      ) : null}
    </div>
  );
};
