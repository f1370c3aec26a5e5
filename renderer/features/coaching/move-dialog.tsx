import '../../styles/calendar.css';
import '../../styles/session.css';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { SeriesScope, SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { call } from '../../ipc/client.ts';
import { getNowMs } from '../../state/now-store.ts';
import { closeCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { focusSession } from './calendar/focus.ts';
import { isTimedRow, type TimedRow } from './calendar/layout.ts';
import { changeTo, placeOf, type Place } from './calendar/moving.ts';
import { useCalendarWords } from './calendar/use-calendar-words.ts';
import { useCalendarZones } from './calendar/use-calendar-zones.ts';
import { adoptSession, useTellMoved } from './calendar/use-move-session.ts';
import { ConflictList } from './conflict-list.tsx';
import { hasScope, ScopeChoice } from './scope-choice.tsx';
import { useDialogSession } from './use-dialog-session.ts';

const MOST_SLOTS = 3;

const leave = (id: string): void => {
  closeCoachingDialog();
  focusSession(id);
};

/** The next times against which nothing stands, to take instead. */
const FreeSlots = ({ page, place, onTake }: { page: SessionPage; place: Place; onTake: (place: Place) => void }) => {
  const words = useCalendarWords(useCalendarZones());
  const { customerId, assignment } = page.row;
  const [fromMs] = useState(() => Math.max(place.startMs, getNowMs()));
  const order = {
    ...{ customerId, assignment, ticketId: page.ticket?.id ?? null, expert: place.expert, fromMs, untilMs: null },
    durationMin: (place.endMs - place.startMs) / MINUTE_MS,
  };
  const { data } = useQuery({
    queryKey: ['coaching', 'slots', order],
    queryFn: () => call('coaching:find-slots', order),
    gcTime: 15_000,
  });
  if (data === undefined || data.slots.length === 0) return null;
  return (
    <div>
      <p className="form-label">{words.word('freeSlots')}</p>
      <div className="move-slots">
        {data.slots.slice(0, MOST_SLOTS).map(({ expert, startMs, endMs }) => (
          <button
            key={startMs}
            type="button"
            className="action"
            onClick={() => onTake({ expert, startMs, endMs })}
            data-testid="move-slot"
          >
            {words.place({ expert, startMs, endMs })}
          </button>
        ))}
      </div>
    </div>
  );
};

const MoveForm = ({ page, row, asked }: { page: SessionPage; row: TimedRow; asked: Place }) => {
  const intl = useIntl();
  const words = useCalendarWords(useCalendarZones());
  const tellMoved = useTellMoved();
  const [place, setPlace] = useState(asked);
  const [scope, setScope] = useState<SeriesScope>('this');
  const [action, setAction] = useState<{ isBusy: boolean; failure: unknown }>({ isBusy: false, failure: null });
  const proposal = {
    ...{ customerId: row.customerId, assignment: row.assignment, ticketId: page.ticket?.id ?? null },
    ...{ ...place, recurrence: null, replaces: { id: row.id, scope } },
  };
  const { data: preview, error } = useQuery({
    queryKey: ['coaching', 'preview', proposal],
    queryFn: () => call('coaching:preview', proposal),
    gcTime: 0,
  });
  const isWarned = preview?.occurrences.some(({ conflicts }) => conflicts.length > 0) ?? false;
  const submit = async (): Promise<void> => {
    setAction({ isBusy: true, failure: null });
    try {
      const order = { id: row.id, expectedVersion: row.version, scope, acceptsWarnings: isWarned };
      const moved = await call('coaching:change', { ...order, change: changeTo(placeOf(row), place) });
      adoptSession(moved);
      leave(row.id);
      tellMoved(row, moved, scope);
    } catch (failure) {
      setAction({ isBusy: false, failure });
    }
  };
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'calendar.moveTitle' }, { customer: row.customer })}
      submit={words.word(isWarned && preview?.isBlocked === false ? 'moveAllTheSame' : 'move')}
      onSubmit={() => void submit()}
      onClose={() => leave(row.id)}
      isBusy={action.isBusy}
      failure={action.failure ?? error}
      isDisabled={preview === undefined || preview.isBlocked}
      size={520}
      testId="move-dialog"
    >
      <p>
        <span className="quiet">{words.place(placeOf(row))}</span>
        <br />
        <strong data-testid="move-to">→ {words.place(place)}</strong>
      </p>
      {hasScope(page) ? <ScopeChoice value={scope} onChange={setScope} isFirst /> : null}
      <div aria-live="polite">
        {preview === undefined ? null : isWarned ? (
          <ConflictList conflicts={preview.occurrences.flatMap(({ conflicts }) => conflicts)} />
        ) : (
          <p className="move-conflicts quiet">
            <span>
              <IconCheck size={14} stroke={2} aria-hidden="true" />{' '}
              {words.word('movesSessions', { count: preview.occurrences.length })}
            </span>
          </p>
        )}
      </div>
      {preview?.isBlocked === true && scope === 'this' ? (
        <FreeSlots page={page} place={place} onTake={setPlace} />
      ) : null}
    </FormDialog>
  );
};

/** What is to be said before a session moves: which of its series, and what stands against it. */
export const MoveDialog = () => {
  const asked = useCoachingStore(({ dialog }) => (dialog?.kind === 'move' ? dialog : null));
  const page = useDialogSession('move');
  const isTimeless = page !== undefined && !isTimedRow(page.row);
  useEffect(() => {
    if (isTimeless) closeCoachingDialog();
  }, [isTimeless]);
  if (asked === null || page === undefined || !isTimedRow(page.row)) return null;
  const { expert, startMs, endMs } = asked;
  return <MoveForm page={page} row={page.row} asked={{ expert, startMs, endMs }} />;
};
