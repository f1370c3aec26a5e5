import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import type { ExceptionStart } from './exception-draft.ts';
import { byMonth, type WindowLine } from './window-lines.ts';
import { WindowRow } from './window-row.tsx';

type Props = {
  readonly lines: readonly WindowLine[];
  readonly nowMs: number;
  readonly sessionsIn: (line: WindowLine) => readonly SessionRow[];
  /** Null for whoever may not change windows. */
  readonly onChange: ((start: ExceptionStart) => void) | null;
};

/** Windows, month by month. What is over can no longer be changed. */
export const WindowMonths = ({ lines, nowMs, sessionsIn, onChange }: Props) => {
  const intl = useIntl();
  const { zone } = useApp().rules;
  return (
    <div className="maint-months">
      {byMonth(lines, zone).map((month) => {
        const name = intl.formatDate(month.startMs, { timeZone: zone.id, month: 'long', year: 'numeric' });
        return (
          <section key={month.key} aria-label={name} data-testid={`month-${month.key}`}>
            <h2 className="maint-month">{name}</h2>
            <ul className="window-list">
              {month.lines.map((line) => (
                <WindowRow
                  key={line.key}
                  line={line}
                  sessions={sessionsIn(line)}
                  onChange={line.kind === 'held' && line.endMs > nowMs ? onChange : null}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};
