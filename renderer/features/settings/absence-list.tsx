import { useQuery } from '@tanstack/react-query';
import { IconCalendarMinus, IconFileImport, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { AbsenceRow } from '../../../shared/ipc/coaching-schemas.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { call } from '../../ipc/client.ts';
import { absencesQuery, sessionsQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { openCoachingDialog } from '../../state/coaching-store.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import { useNow } from '../../state/now-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { absenceDraftOf } from '../coaching/absence-draft.ts';
import { drawn } from '../coaching/use-session-action.ts';
import { SessionsWithin } from '../maintenance/sessions-within.tsx';
import { dayStart } from '../maintenance/window-lines.ts';

type Props = { readonly expert: string; readonly mayEdit: boolean };

/** What the core calls a busy time that says nothing of itself. */
const UNNAMED = 'Busy';
const YEAR_MS = 366 * DAY_MS;
const askAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['coaching'] });

/** A row that is gone leaves the keys to the one after it, or to what adds one. */
const focusRow = (list: HTMLElement | null, at: number): void => {
  if (document.activeElement !== document.body) return;
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-testid="absence-remove"]') ?? [])];
  (rows[at] ?? rows.at(-1) ?? list?.querySelector<HTMLElement>('[data-testid="absence-add"]'))?.focus();
};

/** When an expert is away, from today on, with the sessions that stand in it; what came of a calendar file says so. */
export const AbsenceList = ({ expert, mayEdit }: Props) => {
  const intl = useIntl();
  const { rules, instants } = useApp();
  const { zone } = rules;
  const list = useRef<HTMLElement>(null);
  const [isPastShown, setIsPastShown] = useState(false);
  const todayMs = useNow(useCallback((nowMs) => dayStart(zone, nowMs), [zone]));
  const span = { fromMs: isPastShown ? todayMs - YEAR_MS : todayMs, toMs: todayMs + 3 * YEAR_MS };
  const { data, error } = useQuery(absencesQuery({ ...span, expert }));
  const { data: sessions } = useQuery({
    ...sessionsQuery({ fromMs: todayMs, toMs: todayMs + YEAR_MS, experts: [expert], customerId: null }),
    enabled: data !== undefined && data.length > 0,
  });
  const word = (id: string): string => intl.formatMessage({ id });
  const booked = (sessions?.rows ?? []).filter(({ state }) => state === 'planned' || state === 'confirmed');
  const whenOf = (absence: AbsenceRow): string => {
    const { isWholeDays } = absenceDraftOf(absence, zone);
    if (!isWholeDays) return `${instants.due(absence.fromMs)} – ${instants.due(absence.untilMs)}`;
    const [first, last] = [instants.day(absence.fromMs), instants.day(absence.untilMs - 1)];
    return first === last ? first : `${first} – ${last}`;
  };
  const remove = async ({ id, source, ...absence }: AbsenceRow): Promise<void> => {
    try {
      const at = data?.findIndex((absence) => absence.id === id) ?? 0;
      await call('absence:remove', { id });
      await askAgain();
      await drawn();
      focusRow(list.current, at);
      if (source === 'ics') {
        tell('done', intl.formatMessage({ id: 'expert.importedRemoved' }));
        return;
      }
      tellDoneWith(intl.formatMessage({ id: 'expert.absenceRemoved' }, { expert }), async () => {
        await call('absence:save', { id: null, ...absence });
        await askAgain();
      });
    } catch (failure) {
      reportFailure(failure);
    }
  };
  return (
    <section className="policy-section" ref={list} aria-label={word('expert.absences')} data-testid="absences">
      <h3>{word('expert.absences')}</h3>
      {error !== null ? (
        <p className="form-failure" role="alert">
          {errorText(intl, error)}
        </p>
      ) : data === undefined ? null : data.length === 0 ? (
        <p className="quiet">{word('expert.noAbsences')}</p>
      ) : (
        <ul className="absence-list">
          {data.map((absence) => {
            const { id, fromMs, untilMs, reason, source } = absence;
            const hit = booked.filter(({ startMs, endMs }) => (startMs ?? 0) < untilMs && (endMs ?? 0) > fromMs);
            const when = whenOf(absence);
            return (
              <li key={id} data-testid="absence">
                <IconCalendarMinus size={15} stroke={1.8} aria-hidden="true" />
                <span className="absence-when">{when}</span>
                <span className="absence-why">
                  <bdi>{source === 'ics' && reason === UNNAMED ? word('expert.busy') : reason}</bdi>
                  {source === 'ics' ? (
                    <span className="mark" title={word('expert.importedNote')}>
                      <IconFileImport size={11} stroke={2} aria-hidden="true" /> {word('expert.imported')}
                    </span>
                  ) : null}
                  <SessionsWithin sessions={hit} />
                </span>
                {mayEdit ? (
                  <span className="absence-acts">
                    {source === 'ics' ? null : (
                      <button
                        type="button"
                        className="icon-button"
                        title={word('expert.absenceEdit')}
                        aria-label={`${word('expert.absenceEdit')}, ${when}`}
                        onClick={() => openCoachingDialog({ kind: 'absence', id, expert })}
                        data-testid="absence-edit"
                      >
                        <IconPencil size={14} stroke={2} aria-hidden="true" />
                      </button>
                    )}
                    <button
                      type="button"
                      className="icon-button"
                      title={word('expert.absenceRemove')}
                      aria-label={`${word('expert.absenceRemove')}, ${when}`}
                      onClick={() => void remove(absence)}
                      data-testid="absence-remove"
                    >
                      <IconX size={14} stroke={2} aria-hidden="true" />
                    </button>
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      <div className="policy-line">
        {mayEdit ? (
          <>
            <button
              type="button"
              className="banner-button"
              onClick={() => openCoachingDialog({ kind: 'absence', id: null, expert })}
              data-testid="absence-add"
            >
              <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('expert.absenceAdd')}
            </button>
            <button
              type="button"
              className="banner-button"
              onClick={() => openCoachingDialog({ kind: 'importBusy', expert })}
              data-testid="busy-import"
            >
              <IconFileImport size={14} stroke={2} aria-hidden="true" /> {word('busy.open')}
            </button>
          </>
        ) : null}
        <button
          type="button"
          className="link"
          aria-pressed={isPastShown}
          onClick={() => setIsPastShown(!isPastShown)}
          data-testid="absences-past"
        >
          {word(isPastShown ? 'expert.hidePast' : 'expert.showPast')}
        </button>
      </div>
    </section>
  );
};
