import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { isBooked } from '../../../shared/coaching/session.ts';
import type { SeriesScope, SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { closeCoachingDialog } from '../../state/coaching-store.ts';
import { forgetLeft, useLeft } from '../../ui/left-form.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { beginEdit } from './form/begin-session.ts';
import type { SessionDraft } from './form/session-draft.ts';
import { SessionForm } from './form/session-form.tsx';
import { isElsewhere, toChange } from './form/session-order.ts';
import { takeBackChange } from './take-back-change.ts';
import type { Begun } from './form/use-kept-form.ts';
import { useSessionForm } from './form/use-session-form.ts';
import { hasScope, ScopeChoice } from './scope-choice.tsx';
import { isOver } from './session-acts.ts';
import { useDialogSession } from './use-dialog-session.ts';
import { useSessionAction } from './use-session-action.ts';

type Props = { readonly page: SessionPage; readonly begun: Begun<SessionDraft> };

const Form = ({ page, begun }: Props) => {
  const intl = useIntl();
  const { run, ...action } = useSessionAction();
  const { id, version, state } = page.row;
  const left = `editSession/${id}`;
  const [wantedScope, setScope] = useLeft<SeriesScope>(left, 'scope', 'this');
  const scope = hasScope(page) ? wantedScope : 'this';
  const form = useSessionForm(begun, {
    ...{ hasCustomer: true, isTimed: isBooked(state), isOver: isOver(state), mayRecur: false, replaces: { id, scope } },
  });
  const { standing, reading, draft, context } = form;
  const word = (key: string): string => intl.formatMessage({ id: key });
  const change = toChange(draft, page, context);
  const isMoved = isElsewhere(change);
  const isWarned = isMoved && (standing?.isWarned ?? false);
  const isBlocked = isMoved && standing !== null && standing.blocked !== 'none';
  const submit = (): void => {
    if (Object.keys(change).length === 0) {
      form.drop();
      forgetLeft(left);
      closeCoachingDialog();
      return;
    }
    const acceptsWarnings = isWarned && !reading.isStale;
    const send = async (): Promise<SessionPage> => {
      const after = await call('coaching:change', { id, expectedVersion: version, scope, change, acceptsWarnings });
      form.drop();
      forgetLeft(left);
      return after;
    };
    void run(
      send,
      ({ row }) =>
        intl.formatMessage(
          { id: state === 'confirmed' && row.state === 'planned' ? 'session.changedAgain' : 'session.changed' },
          { customer: row.customer },
        ),
      // What became of each of a series is not known here.
      scope === 'this' ? (after) => takeBackChange(page, after, change) : null,
    );
  };
  return (
    <SessionForm
      form={form}
      title={word('session.edit.title')}
      submit={word(isWarned ? 'session.edit.allTheSame' : 'session.edit.run')}
      refusal={isBlocked ? word(form.standing?.blocked === 'all' ? 'session.blocked' : 'session.editBlocked') : null}
      isBold={isWarned}
      onSubmit={submit}
      action={action}
      before={
        <>
          {hasScope(page) ? <ScopeChoice value={scope} onChange={setScope} /> : null}
          {isMoved && state === 'confirmed' ? (
            <p className="session-again" role="status" data-testid="confirm-again">
              {word('session.confirmAgain')}
            </p>
          ) : null}
        </>
      }
      testId="edit-session"
    />
  );
};

const Loaded = ({ page }: { readonly page: SessionPage }) => {
  const { me, language } = useApp().state;
  const zone = useZone();
  const [begun, setBegun] = useState<Begun<SessionDraft> | null>(null);
  useEffect(() => {
    let isGone = false;
    void beginEdit(page, { me, language, zone, nowMs: getRealNowMs() }).then((edit) => {
      if (!isGone) setBegun(edit);
    });
    return () => {
      isGone = true;
    };
    // What it begins with is found out once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [page]);
  return begun === null ? null : <Form page={page} begun={begun} />;
};

/** Changes the words, the time, the expert or the kind of a session, or of more of its series. */
export const EditDialog = () => {
  const page = useDialogSession('edit');
  return page === undefined ? null : <Loaded page={page} />;
};
