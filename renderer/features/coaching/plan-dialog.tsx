import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { seekSession, useCoachingStore } from '../../state/coaching-store.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { TypeAhead, takeTypedAhead } from '../../ui/dialog-type-ahead.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { focusPanel } from './focus.ts';
import { beginPlan, type BegunPlan } from './form/begin-session.ts';
import { SessionForm } from './form/session-form.tsx';
import { toPlanOrder } from './form/session-order.ts';
import { SkipBlocked } from './form/skip-blocked.tsx';
import { useSessionForm } from './form/use-session-form.ts';
import { isPlanner } from './session-acts.ts';
import { useSessionAction } from './use-session-action.ts';

const Form = ({ begun }: { readonly begun: BegunPlan }) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const { run, ...action } = useSessionAction();
  const [skipsBlocked, setSkipsBlocked] = useState(false);
  const { asked } = begun;
  const form = useSessionForm(begun, {
    ...{ hasCustomer: begun.start.customer !== null, isTimed: true, isOver: false, mayRecur: true, replaces: null },
  });
  const { standing, reading, draft } = form;
  const say = (id: string, values: Record<string, string | number> = {}): string => intl.formatMessage({ id }, values);
  const leavesOut = standing?.blocked === 'some' && skipsBlocked;
  const isRefused = standing !== null && standing.blocked !== 'none' && !leavesOut;
  const refusal = !isPlanner(role)
    ? say('session.notYours')
    : !isRefused
      ? null
      : standing.blocked === 'some'
        ? say('session.someBlocked', { count: standing.blockedCount })
        : say(draft.everyWeeks > 0 ? 'session.allBlocked' : 'session.blocked');
  const isWarned = standing?.isWarned ?? false;
  const submit = (): void => {
    const accepted = { skipsBlocked: leavesOut, acceptsWarnings: isWarned && !reading.isStale };
    const order = toPlanOrder(draft, form.context, {
      ...accepted,
      askedId: asked?.row.id ?? null,
      known: asked?.checklist ?? [],
    });
    if (order === null) return;
    let done: CallOutput<'coaching:plan'> | null = null;
    const plan = async () => {
      done = await call('coaching:plan', order);
      form.drop();
      seekSession(done.page.row.id);
      return done.page;
    };
    void run(plan, ({ row }) =>
      say('session.planned', { customer: row.customer, count: done?.planned ?? 1, left: done?.leftOut.length ?? 0 }),
    ).then((isDone) => {
      if (isDone && useDeskStore.getState().place === 'coaching') requestAnimationFrame(() => focusPanel());
    });
  };
  return (
    <SessionForm
      form={form}
      title={say(asked === null ? 'session.plan.title' : 'session.plan.titleAsked')}
      submit={say(isWarned ? 'session.plan.allTheSame' : 'session.plan.run')}
      refusal={refusal}
      isBold={isWarned}
      onSubmit={submit}
      action={action}
      skip={
        standing?.blocked === 'some' ? (
          <SkipBlocked count={standing.blockedCount} isOn={skipsBlocked} onChange={setSkipsBlocked} />
        ) : null
      }
      testId="plan-form"
    />
  );
};

/** Plans a session or a series, alone or as the answer to what was asked. */
export const PlanDialog = () => {
  const { me, language } = useApp().state;
  const zone = useZone();
  const start = useCoachingStore(({ dialog }) => (dialog?.kind === 'plan' ? dialog.start : null));
  const [begun, setBegun] = useState<BegunPlan | null>(null);
  useEffect(() => {
    let isGone = false;
    if (start !== null) {
      void beginPlan(start, { me, language, zone, nowMs: getRealNowMs() }).then((plan) => {
        takeTypedAhead();
        if (!isGone) setBegun(plan);
      });
    }
    return () => {
      isGone = true;
      takeTypedAhead();
    };
    // What it begins with is found out once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [start]);
  return begun === null ? <TypeAhead /> : <Form begun={begun} />;
};
