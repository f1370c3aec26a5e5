import '../../styles/create.css';
import '../../styles/log-work.css';
import '../../styles/session.css';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { useCoachingStore } from '../../state/coaching-store.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { TypeAhead, takeTypedAhead } from '../../ui/dialog-type-ahead.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { CoachingFrame } from './coaching-frame.tsx';
import { AskFields } from './form/ask-fields.tsx';
import { askProblems, toAskOrder, type AskDraft } from './form/ask-draft.ts';
import { beginAsk } from './form/begin-ask.ts';
import { useKeptForm, type Begun } from './form/use-kept-form.ts';
import { useSessionAction } from './use-session-action.ts';

const Form = ({ begun }: { readonly begun: Begun<AskDraft> }) => {
  const intl = useIntl();
  const { run, ...action } = useSessionAction();
  const form = useKeptForm(begun);
  const [isChecked, setIsChecked] = useState(false);
  const context = { nowMs: useNow(wholeMinute), zone: useZone() };
  const { draft } = form;
  const problems = askProblems(draft, context);
  const word = (id: string): string => intl.formatMessage({ id });
  const submit = (): void => {
    setIsChecked(true);
    const [first] = problems;
    const order = toAskOrder(draft, context);
    if (first !== undefined || order === null) {
      document.querySelector<HTMLElement>(`[data-testid="ask-form"] [data-field="${first ?? ''}"]`)?.focus();
      return;
    }
    const ask = async () => {
      const page = await call('coaching:ask', order);
      form.drop();
      return page;
    };
    void run(ask, ({ row }) => intl.formatMessage({ id: 'session.asked' }, { customer: row.customer }));
  };
  return (
    <CoachingFrame
      title={word('session.ask.title')}
      submit={word('session.ask.run')}
      onSubmit={submit}
      action={action}
      size={640}
      testId="ask-form"
    >
      {form.isRestored ? (
        <p className="create-restored" data-testid="ask-restored">
          {word('create.restored')}
          <button type="button" className="link" onClick={form.startAfresh}>
            {word('create.startAfresh')}
          </button>
        </p>
      ) : null}
      <AskFields
        draft={draft}
        problems={isChecked ? problems : []}
        context={context}
        hasCustomer={begun.start.customer !== null}
        onChange={form.change}
      />
    </CoachingFrame>
  );
};

/** Asks for a session of a customer: it waits until an expert or a lead plans it. */
export const AskDialog = () => {
  const { language } = useApp().state;
  const about = useCoachingStore(({ dialog }) => (dialog?.kind === 'ask' ? dialog : null));
  const [begun, setBegun] = useState<Begun<AskDraft> | null>(null);
  useEffect(() => {
    let isGone = false;
    if (about !== null) {
      void beginAsk(about, language).then((ask) => {
        takeTypedAhead();
        if (!isGone) setBegun(ask);
      });
    }
    return () => {
      isGone = true;
      takeTypedAhead();
    };
  }, [about, language]);
  return begun === null ? <TypeAhead /> : <Form begun={begun} />;
};
