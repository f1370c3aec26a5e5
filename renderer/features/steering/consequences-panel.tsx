import { IconAlertTriangle, IconArrowRight, IconLock } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Consequences } from '../../../shared/ipc/steering-schemas.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';
import { useHoursWords } from '../expertise/use-hours-words.ts';
import { StateWord } from '../queue/state-word.tsx';
import { useReading } from '../ticket/use-clock-reading.ts';

type LedgerProps = { readonly told: Extract<Consequences, { kind: 'ledger' }> };
type TicketProps = { readonly told: Extract<Consequences, { kind: 'ticket' }> };

const FIGURES = ['chargedMin', 'coveredMin', 'overageMin', 'expiredMin'] as const;

const Change = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const intl = useIntl();
  if (before === after) return <span className="quiet">{after}</span>;
  return (
    <span className="steering-change">
      <span className="quiet">{before}</span>
      <IconArrowRight size={12} stroke={2} role="img" aria-label={intl.formatMessage({ id: 'steering.becomes' })} />
      <strong>{after}</strong>
    </span>
  );
};

const Warning = ({ text }: { readonly text: string }) => (
  <p className="work-told" data-tone="over">
    <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
    <span>{text}</span>
  </p>
);

const LedgerConsequences = ({ told: { months, lots, pushedMin, overageMin } }: LedgerProps) => {
  const intl = useIntl();
  const words = useHoursWords();
  const say = (id: string, values: Record<string, string> = {}): string => intl.formatMessage({ id }, values);
  const closed = months.filter(({ isClosed }) => isClosed);
  return (
    <>
      {months.length === 0 ? (
        <p className="quiet">{say('steering.noMonths')}</p>
      ) : (
        <table className="steering-months" data-testid="changed-months">
          <thead>
            <tr>
              <th scope="col">{say('expertise.column.month')}</th>
              {FIGURES.map((figure) => (
                <th scope="col" key={figure}>
                  {say(`expertise.column.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, isClosed, before, after }) => (
              <tr key={month}>
                <th scope="row">
                  {words.month(month)}
                  {isClosed ? (
                    <span className="mark month-closed">
                      <IconLock size={11} stroke={2} aria-hidden="true" /> {say('expertise.closed')}
                    </span>
                  ) : null}
                </th>
                {FIGURES.map((figure) => (
                  <td key={figure}>
                    <Change before={words.figure(before[figure])} after={words.figure(after[figure])} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lots.length === 0 ? null : (
        <ul className="steering-lots" aria-label={say('work.payers')}>
          {lots.map(({ lot, usedBeforeMin }) => (
            <li key={lot.id}>
              <span>{words.lot(lot)}</span>
              <span>
                <Change
                  before={say('steering.used', { used: words.minutes(usedBeforeMin) })}
                  after={say('steering.used', { used: words.minutes(lot.usedMin) })}
                />
                <span className="quiet">{say('expertise.left', { left: words.minutes(lot.leftMin) })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {overageMin === 0 ? null : <Warning text={say('steering.overage', { minutes: words.minutes(overageMin) })} />}
      {pushedMin === 0 ? null : <Warning text={say('work.pushed', { minutes: words.minutes(pushedMin) })} />}
      {closed.length === 0 ? null : (
        <p className="quiet steering-statement" data-testid="changed-statements">
          {intl.formatMessage(
            { id: 'steering.statements' },
            { count: closed.length, months: intl.formatList(closed.map(({ month }) => words.month(month))) },
          )}
        </p>
      )}
    </>
  );
};

const Clock = ({ row }: { readonly row: TicketProps['told']['before'] }) => {
  const intl = useIntl();
  const { presented, counted, target } = useReading(row.resolution);
  return (
    <span className="steering-clock" data-clock={presented.state}>
      <ClockIcon state={presented.state} /> {intl.formatMessage({ id: `clock.${presented.state}` })}
      {target === null || presented.state === 'none' ? null : (
        <span className="quiet">{intl.formatMessage({ id: 'ticket.counted' }, { counted, target })}</span>
      )}
    </span>
  );
};

const TicketConsequences = ({ told: { before, after } }: TicketProps) => {
  const intl = useIntl();
  const rows = [
    { name: 'before', row: before },
    { name: 'after', row: after },
  ] as const;
  return (
    <dl className="steering-ticket" data-testid="changed-ticket">
      {rows.map(({ name, row }) => (
        <div key={name} data-when={name}>
          <dt>{intl.formatMessage({ id: `steering.${name}` })}</dt>
          <dd>
            <StateWord state={row.state} />
            <Clock row={row} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** What approving would change: the months, lots and statements of a ledger, or a ticket and its clock. */
export const ConsequencesPanel = ({ told }: { readonly told: Consequences }) =>
  told.kind === 'ledger' ? <LedgerConsequences told={told} /> : <TicketConsequences told={told} />;
