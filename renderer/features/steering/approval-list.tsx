import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { getNowMs } from '../../state/now-store.ts';
import { useHoursWords } from '../expertise/use-hours-words.ts';
import type { ApprovalItem } from './approval-items.ts';
import { RequestMark } from './request-mark.tsx';
import { useOrderWords } from './use-order-words.ts';

type Props = {
  readonly items: readonly ApprovalItem[];
  readonly chosen: ApprovalItem | null;
  readonly onChoose: (item: ApprovalItem) => void;
};

/** What waits, or what became of it: the arrows go from one to the next. */
export const ApprovalList = ({ items, chosen, onChoose }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useHoursWords();
  const tellOrder = useOrderWords();
  const facts = (item: ApprovalItem) =>
    item.kind === 'overage'
      ? {
          exception: 'overage',
          subject: item.pending.customer,
          who: item.pending.entry.expert,
          what: words.minutes(item.pending.entry.overageMin),
        }
      : {
          exception: item.line.exception,
          subject: item.line.subject,
          who: item.line.asker.name,
          what: tellOrder(item.line.order).what,
        };
  return (
    <ul className="approval-list" aria-label={intl.formatMessage({ id: 'steering.approvals' })}>
      {items.map((item) => {
        const { exception, subject, who, what } = facts(item);
        return (
          <li key={item.id}>
            <button
              type="button"
              className="approval"
              aria-current={item.id === chosen?.id || undefined}
              tabIndex={item.id === chosen?.id ? 0 : -1}
              onClick={() => onChoose(item)}
              data-testid="approval"
              data-kind={exception}
            >
              <span className="approval-head">
                <strong>
                  <bdi>{subject}</bdi>
                </strong>
                <span className="quiet">{instants.near(item.atMs, getNowMs())}</span>
              </span>
              <span className="approval-line">
                {intl.formatMessage({ id: `steering.exception.${exception}` })} · {what}
              </span>
              <span className="approval-line quiet">
                <bdi>{who}</bdi>
                {item.kind === 'request' && item.line.state !== 'waiting' ? (
                  <RequestMark state={item.line.state} />
                ) : null}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
