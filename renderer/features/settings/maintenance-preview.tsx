import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { useNow } from '../../state/now-store.ts';
import { rulesWindows } from '../maintenance/rules-windows.ts';
import { useWindowWords } from '../maintenance/use-window-words.ts';
import { dayStart, heldLines, monthStart } from '../maintenance/window-lines.ts';
import { readMaintenanceDraft, type MaintenanceDraft } from './maintenance-draft.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';

type Props = {
  readonly draft: MaintenanceDraft;
  /** From when on these rules hold; null for now. */
  readonly fromMs: number | null;
};

/** The windows that the rules give from the day on which they hold, to the end of the third month, whatever exceptions say. */
export const MaintenancePreview = ({ draft, fromMs }: Props) => {
  const intl = useIntl();
  const words = useWindowWords();
  const { rules } = useApp();
  const { zone } = rules;
  const todayMs = useNow(useCallback((nowMs) => dayStart(zone, nowMs), [zone]));
  const sinceMs = Math.max(fromMs ?? 0, todayMs);
  const lines = useMemo(() => {
    const wrong: string[] = [];
    const { maintenance } = readMaintenanceDraft(draft, (place) => void wrong.push(place));
    if (wrong.length > 0) return null;
    const windows = rulesWindows(maintenance ?? DEFAULT_MAINTENANCE, zone, sinceMs, monthStart(zone, sinceMs, 3));
    return heldLines(windows, []).filter(({ startMs }) => startMs >= sinceMs);
  }, [draft, zone, sinceMs]);
  return (
    <section className="policy-section" aria-labelledby="maint-preview-title" data-testid="maintenance-preview">
      <h3 id="maint-preview-title">{intl.formatMessage({ id: 'maintenance.form.preview' })}</h3>
      {lines === null ? (
        <p className="quiet">{intl.formatMessage({ id: 'maintenance.form.previewWrong' })}</p>
      ) : lines.length === 0 ? (
        <p className="quiet">{intl.formatMessage({ id: 'maintenance.form.previewNone' })}</p>
      ) : (
        <ol className="maint-preview">
          {lines.map((line) => (
            <li key={line.key}>
              <span>{words.day(line.startMs)}</span>
              <span>{words.hours(line)}</span>
              <span>{words.platforms(line.platforms)}</span>
              <span className="quiet">{words.rule(line.rule)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
