import { useQuery } from '@tanstack/react-query';
import { IconBan } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useIntl } from 'react-intl';
import type { PendingOverage } from '../../../shared/ipc/expertise-schemas.ts';
import type { RequestLine } from '../../../shared/ipc/steering-schemas.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { CallFailure } from '../../ipc/client.ts';
import { getNowMs } from '../../state/now-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { OverageSign } from '../expertise/overage-mark.tsx';
import { useEntryWords } from '../expertise/use-entry-words.ts';
import { useHoursWords } from '../expertise/use-hours-words.ts';
import type { ApprovalItem } from './approval-items.ts';
import { ConsequencesPanel } from './consequences-panel.tsx';
import { approveRequest, decideOverage, refuseRequest, reopenRequest, withdrawRequest } from './decide-request.ts';
import { DecisionForm, type DecisionHandle } from './decision-form.tsx';
import { RequestMark } from './request-mark.tsx';
import { requestQuery } from './steering-queries.ts';
import { useOrderWords } from './use-order-words.ts';

type Deciding = { readonly handle: Ref<DecisionHandle>; readonly onDone: () => void };

const Asked = ({
  by,
  atMs,
  reason,
}: {
  readonly by: string;
  readonly atMs: number;
  readonly reason: string | null;
}) => {
  const intl = useIntl();
  const { instants } = useApp();
  return (
    <div className="approval-asked">
      <p className="quiet">
        {intl.formatMessage({ id: 'steering.askedBy' }, { name: by, at: instants.near(atMs, getNowMs()) })}
      </p>
      {reason === null ? null : (
        <blockquote>
          <bdi>{reason}</bdi>
        </blockquote>
      )}
    </div>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const intl = useIntl();
  return (
    <section className="approval-part">
      <h4>{intl.formatMessage({ id: title })}</h4>
      {children}
    </section>
  );
};

const OverageDetail = ({ pending, handle, onDone }: Deciding & { readonly pending: PendingOverage }) => {
  const intl = useIntl();
  const words = useHoursWords();
  const { when } = useEntryWords();
  const { customer, entry } = pending;
  return (
    <>
      <h3>
        {intl.formatMessage({ id: 'steering.exception.overage' })} · <bdi>{customer}</bdi>
      </h3>
      <Asked by={entry.expert} atMs={entry.recordedAtMs} reason={entry.overageReason} />
      <Part title="steering.posts">
        <p>
          {intl.formatMessage({ id: `expertise.assignment.${entry.assignment}` })}, {words.minutes(entry.workedMin)}
          <span className="quiet approval-when">{when(entry)}</span>
        </p>
      </Part>
      <Part title="steering.consequences">
        <p className="over">
          <OverageSign />{' '}
          {intl.formatMessage({ id: 'expertise.overageOf' }, { minutes: words.minutes(entry.overageMin) })}
          <span className="quiet approval-when">
            {intl.formatMessage({ id: 'expertise.chargedOf' }, { minutes: words.minutes(entry.chargedMin) })}
          </span>
        </p>
      </Part>
      <DecisionForm
        {...{ id: entry.id, handle, onDone, isReasonNeeded: true, isImpossible: false, isLooking: false }}
        onDecide={(decision, reason) => decideOverage(pending, decision === 'approve', reason ?? '')}
        onChanged={() => undefined}
      />
    </>
  );
};

const Decided = ({ line, onDone }: { readonly line: RequestLine; readonly onDone: () => void }) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { instants } = useApp();
  const { decided, state, order } = line;
  if (decided === null) return null;
  const canReopen = decided.by === me.name && me.role === 'lead' && state !== 'withdrawn';
  return (
    <div className="approval-decided" data-testid="request-decided">
      <p>
        <RequestMark state={state} />{' '}
        {intl.formatMessage(
          { id: 'steering.decidedBy' },
          { name: decided.by, at: instants.near(decided.atMs, getNowMs()) },
        )}
      </p>
      {decided.reason === null ? null : (
        <blockquote>
          <bdi>{decided.reason}</bdi>
        </blockquote>
      )}
      {canReopen && !(state === 'approved' && order.kind === 'reverseWork') ? (
        <button
          type="button"
          className="banner-button"
          onClick={() => void reopenRequest(line).then(onDone, reportFailure)}
          data-testid="request-reopen"
        >
          {intl.formatMessage({ id: 'steering.reopen' })}
        </button>
      ) : null}
    </div>
  );
};

const RequestDetail = ({ line, handle, onDone }: Deciding & { readonly line: RequestLine }) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const tellOrder = useOrderWords();
  const { data: page, error, refetch } = useQuery({ ...requestQuery(line.id), enabled: line.state === 'waiting' });
  const { what, when, texts } = tellOrder(line.order);
  const refusal = error ?? (page?.refusal == null ? null : new CallFailure(page.refusal.code, page.refusal.message));
  return (
    <>
      <h3>
        {intl.formatMessage({ id: `steering.exception.${line.exception}` })} · <bdi>{line.subject}</bdi>
      </h3>
      <Asked by={line.asker.name} atMs={line.askedAtMs} reason={line.reason} />
      <Part title="steering.posts">
        <p>
          {what}
          {when === null ? null : <span className="quiet approval-when">{when}</span>}
        </p>
        {texts.map((text) => (
          <p className="approval-text" key={text}>
            <bdi>{text}</bdi>
          </p>
        ))}
      </Part>
      {line.state === 'waiting' ? (
        <Part title="steering.consequences">
          {refusal === null ? null : (
            <p className="work-told" data-tone="over" role="alert" data-testid="request-refusal">
              <IconBan size={15} stroke={2} aria-hidden="true" />
              <span>{errorText(intl, refusal)}</span>
            </p>
          )}
          {page?.consequences == null ? (
            refusal === null ? (
              <p className="quiet">{intl.formatMessage({ id: 'loading' })}</p>
            ) : null
          ) : (
            <ConsequencesPanel told={page.consequences} />
          )}
        </Part>
      ) : (
        <Decided line={line} onDone={onDone} />
      )}
      {line.state !== 'waiting' ? null : me.role === 'lead' ? (
        <DecisionForm
          {...{ id: line.id, handle, onDone, isReasonNeeded: false }}
          isImpossible={refusal !== null}
          isLooking={page === undefined}
          onDecide={(decision, reason) =>
            decision === 'refuse'
              ? refuseRequest(line, reason ?? '')
              : page === undefined
                ? Promise.resolve()
                : approveRequest(page, reason)
          }
          onChanged={() => void refetch()}
        />
      ) : (
        <p>
          <button
            type="button"
            className="banner-button"
            onClick={() => void withdrawRequest(line).then(onDone, reportFailure)}
            data-testid="request-withdraw"
          >
            {intl.formatMessage({ id: 'steering.withdraw' })}
          </button>
        </p>
      )}
    </>
  );
};

type Props = Deciding & { readonly item: ApprovalItem };

/** All that a lead has to know of one thing to decide, and the decision; for whoever asked, what became of it. */
export const ApprovalDetail = ({ item, ...deciding }: Props) => (
  <div className="approval-detail" aria-live="polite" data-testid="approval-detail" data-id={item.id}>
    {item.kind === 'overage' ? (
      <OverageDetail pending={item.pending} {...deciding} />
    ) : (
      <RequestDetail line={item.line} {...deciding} />
    )}
  </div>
);
