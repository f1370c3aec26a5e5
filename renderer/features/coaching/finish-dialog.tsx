import '../../styles/create.css';
import '../../styles/log-work.css';
import '../../styles/coaching-report.css';
import { useQuery } from '@tanstack/react-query';
import { IconClockExclamation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { sessionQuery } from '../../ipc/coaching-queries.ts';
import { customerQuery } from '../../ipc/customer-queries.ts';
import { loadDraft } from '../../ipc/kept-draft.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeCoachingDialog, openCoachingDialog, useCoachingStore } from '../../state/coaching-store.ts';
import { getRealNowMs, useNow, wholeMinute } from '../../state/now-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { focusLeft } from './focus.ts';
import type { BegunWork } from '../expertise/begin-work.ts';
import { LogWorkForm } from '../expertise/log-work-form.tsx';
import { beginFinish, finishObstacle, isStillOn } from './begin-finish.ts';
import { finishSession } from './finish-session.ts';
import { SessionAbout } from './session-about.tsx';
import { SessionLoading } from './session-loading.tsx';

/** Who may say that it was held: its expert, or a lead. */
const useForbidden = ({ row: { expert } }: SessionPage): string | null => {
  const intl = useIntl();
  const { me } = useApp().state;
  if (me.role === 'lead' || (me.role === 'expert' && me.name === expert)) return null;
  return intl.formatMessage({ id: 'held.notYours' }, { expert: expert ?? '' });
};

const Held = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { rules, instants } = useApp();
  const [begun, setBegun] = useState<BegunWork | null>(null);
  const [first] = useState(page);
  const nowMs = useNow(wholeMinute);
  const forbidden = useForbidden(page);
  useEffect(() => {
    let isGone = false;
    const { id, customerId } = first.row;
    const customer = queryClient.fetchQuery(customerQuery(customerId)).catch(() => null);
    void Promise.all([customer, loadDraft(`finish:${id}`)]).then(([found, kept]) => {
      const facts = { tier: found?.row.tier ?? 'standard', kept, nowMs: getRealNowMs(), zone: rules.zone };
      if (!isGone) setBegun(beginFinish(first, facts));
    });
    return () => {
      isGone = true;
    };
  }, [first, rules.zone]);
  const obstacle = finishObstacle(page, nowMs);
  const { id, language } = { id: page.row.id, language: page.language };
  if (obstacle !== null) {
    return (
      <div className="held-obstacle" role="status" data-testid="finish-obstacle">
        <SessionAbout page={page} />
        <p>{intl.formatMessage({ id: `error.coaching/${obstacle === 'notBegun' ? 'not-begun' : 'state'}` })}</p>
      </div>
    );
  }
  if (begun === null) return <div className="work-body" />;
  return (
    <LogWorkForm
      begun={begun}
      typed=""
      post={(input, workedMin) => finishSession(page, input, workedMin)}
      submit={intl.formatMessage({ id: 'held.finish' })}
      forbidden={forbidden}
      isSettled
      next={{
        label: intl.formatMessage({ id: 'held.finishAndReport' }),
        run: () => openCoachingDialog({ kind: 'report', id, language }),
      }}
      onClose={closeCoachingDialog}
    >
      <SessionAbout page={page} />
      {isStillOn(page, nowMs) && page.row.endMs !== null ? (
        <p className="work-told" data-tone="warn" data-testid="finish-still-on">
          <IconClockExclamation size={15} stroke={2} aria-hidden="true" />
          <span>{intl.formatMessage({ id: 'held.stillOn' }, { until: instants.due(page.row.endMs) })}</span>
        </p>
      ) : null}
    </LogWorkForm>
  );
};

const Finish = ({ id }: { readonly id: string }) => {
  const intl = useIntl();
  useReturnedFocus(focusLeft);
  const session = useQuery(sessionQuery(id));
  return (
    <Dialog
      onClose={closeCoachingDialog}
      title={intl.formatMessage({ id: 'held.finishTitle' })}
      size={900}
      fromTop="6vh"
    >
      <div data-testid="finish-dialog">
        <SessionLoading session={session}>{(page) => <Held page={page} />}</SessionLoading>
      </div>
    </Dialog>
  );
};

/** A session was held: its work is posted, as edited here, and its report can be written at once. */
export const FinishDialog = () => {
  const dialog = useCoachingStore((store) => store.dialog);
  return dialog?.kind === 'finish' ? <Finish key={dialog.id} id={dialog.id} /> : null;
};
