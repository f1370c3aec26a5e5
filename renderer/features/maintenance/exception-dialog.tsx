import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PLATFORMS, type Platform } from '../../../shared/ticket/ticket.ts';
import { momentText } from '../../../shared/time/parse-moment.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { exceptionsQuery } from '../../ipc/coaching-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell } from '../../state/notice-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useLeftForm } from '../../ui/left-form.ts';
import { whenMs } from '../customers/read-when.ts';
import { useReadWhen, WhenField } from '../customers/when-field.tsx';
import { CustomerPick, type PickedCustomer } from './customer-pick.tsx';
import { readException, type ExceptionProblems, type ExceptionStart } from './exception-draft.ts';
import { PlatformChoice } from './platform-choice.tsx';
import { useDialogSend } from './use-dialog-send.ts';
import { useWindowWords } from './use-window-words.ts';

type Props = {
  readonly start: ExceptionStart;
  /** Whose windows are looked at. */
  readonly customer: PickedCustomer | null;
  readonly platform: Platform | null;
  readonly onClose: () => void;
};

type Typed = {
  readonly platforms: readonly Platform[];
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly whom: PickedCustomer | null;
};

const NO_PROBLEMS: ExceptionProblems = {};

/** Cancels, moves or adds a window, for all or for one customer. */
export const ExceptionDialog = ({ start, customer, platform, onClose }: Props) => {
  useFocusBack();
  const intl = useIntl();
  const words = useWindowWords();
  const { rules, instants, isForeignZone } = useApp();
  const read = useReadWhen();
  const { send, ...sending } = useDialogSend();
  const all = start.kind === 'added' ? PLATFORMS : start.platforms;
  const textOf = (ms: number | null): string => (ms === null ? '' : momentText(rules.zone, ms));
  const first: Typed = {
    platforms: platform === null ? all : [platform],
    from: textOf(start.kind === 'added' ? null : start.startMs),
    until: textOf(start.kind === 'added' ? null : start.endMs),
    ...{ reason: '', whom: customer },
  };
  const kept = useLeftForm(
    `exception/${start.kind} ${start.kind === 'added' ? '' : start.startMs} ${customer?.id ?? ''} ${all.join()} ${platform ?? ''}`,
    first,
  );
  const { platforms, from, until, reason, whom } = kept.value;
  const [isCustomerOpen, setIsCustomerOpen] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const word = (id: string): string => intl.formatMessage({ id });
  const [startMs, endMs] = [whenMs(read(from, 'either')), whenMs(read(until, 'either'))];
  const entry = { platforms, startMs, endMs, reason, customerId: whom?.id ?? null, isCustomerOpen };
  const result = readException(start, entry);
  const problems = isTried && 'problems' in result ? result.problems : NO_PROBLEMS;
  const inZone = (id: string): string => (isForeignZone ? `${word(id)} (${instants.zone})` : word(id));
  const told = (problem: string | undefined): string | null =>
    problem === undefined ? null : word(`maintenance.wrong.${problem}`);
  const submit = (): void => {
    setIsTried(true);
    if ('problems' in result) return;
    void send(
      () => call('maintenance:save-exception', result.order),
      (list) => {
        kept.forget();
        queryClient.setQueryData(exceptionsQuery.queryKey, list);
        onClose();
        tell('done', word(`maintenance.done.${start.kind}`));
      },
    );
  };
  return (
    <FormDialog
      title={word(`maintenance.title.${start.kind}`)}
      submit={word(`maintenance.submit.${start.kind}`)}
      onSubmit={submit}
      {...{ ...sending, onClose, size: 600, testId: 'exception-form' }}
    >
      {start.kind === 'added' ? null : <p>{words.whole(start)}</p>}
      <PlatformChoice
        label={word('maintenance.platforms')}
        {...{
          all,
          chosen: platforms,
          onChange: (chosen) => kept.change({ platforms: chosen }),
          testId: 'exception-platforms',
        }}
        problem={told(problems.platforms)}
      />
      {start.kind === 'cancelled' ? null : (
        <div className="exception-times">
          <WhenField
            label={inZone('maintenance.begins')}
            {...{
              text: from,
              side: 'either',
              onChange: (text) => kept.change({ from: text }),
              problem: told(problems.start),
              isFirst: true,
            }}
            testId="exception-from"
          />
          <WhenField
            label={inZone('maintenance.ends')}
            {...{
              text: until,
              side: 'either',
              onChange: (text) => kept.change({ until: text }),
              problem: told(problems.end),
            }}
            testId="exception-until"
          />
        </div>
      )}
      <CustomerPick
        label={word('maintenance.forWhom')}
        picked={whom}
        onPick={(picked, isOpen) => {
          kept.change({ whom: picked });
          setIsCustomerOpen(isOpen);
        }}
        problem={told(problems.customer)}
        name="exception-customer"
      />
      <LineField
        label={word('maintenance.reason')}
        value={reason}
        onChange={(text) => kept.change({ reason: text })}
        problem={told(problems.reason && 'reason')}
        rows={2}
        maxLength={400}
        isFirst={start.kind === 'cancelled' || undefined}
        testId="exception-reason"
      />
      <p className="quiet">{word('maintenance.neverPauses')}</p>
    </FormDialog>
  );
};
