import '../../styles/create.css';
import '../../styles/log-work.css';
import '../../styles/hours.css';
import { useQuery } from '@tanstack/react-query';
import { IconGift, IconPackage, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { LazyCustomerPictures } from '../pictures/lazy-pictures.tsx';
import { StatementButton } from '../statement/statement-button.tsx';
import { LedgerActionDialog } from './ledger-action-dialog.tsx';
import type { LedgerAction } from './ledger-action.ts';
import { LotTable } from './lot-table.tsx';
import { MonthTable } from './month-table.tsx';
import { openLogWork } from './open-log-work.ts';
import { useHoursWords } from './use-hours-words.ts';
import { WorkList } from './work-list.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const intl = useIntl();
  const label = intl.formatMessage({ id: title });
  return (
    <section className="hours-part" aria-label={label}>
      <h3>{label}</h3>
      {children}
    </section>
  );
};

/** The expertise hours of a customer: what is left, the lots, the months, and all work with who paid for it. */
export const CustomerHours = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const words = useHoursWords();
  const { data: ledger, error, refetch } = useQuery(ledgerQuery(customerId));
  const [action, setAction] = useState<LedgerAction | null>(null);
  const wasActing = useRef(false);
  useEffect(() => {
    const isOver = wasActing.current && action === null;
    wasActing.current = action !== null;
    // What was pressed may have gone with what it did.
    if (isOver && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.work-entry-head[tabindex="0"]')?.focus();
    }
  }, [action]);
  const word = (id: string): string => intl.formatMessage({ id });
  if (error !== null) {
    return <FailureScreen title={word('expertise.ledgerFailed')} error={error} retry={refetch} />;
  }
  if (ledger === undefined) return <p className="ticket-loading">{word('loading')}</p>;
  const { entitlement } = ledger;
  return (
    <div className="hours" data-testid="customer-hours">
      <header className="hours-head">
        <p className="hours-now" data-testid="hours-left">
          <strong>{words.minutes(entitlement.leftMin)}</strong> {word('expertise.leftNow')}
        </p>
        <span className="grow" />
        <span className="hours-actions">
          <StatementButton customerId={customerId} />
          {me.role === 'agent' ? null : (
            <button
              type="button"
              className="action"
              onClick={() => openLogWork({ customerId })}
              data-testid="hours-log-work"
            >
              <IconPlus size={14} stroke={2} aria-hidden="true" /> {word('expertise.logWork')}
              <span aria-hidden="true">
                <CommandKey id="logWork" />
              </span>
            </button>
          )}
          {me.role === 'expert' ? null : (
            <button
              type="button"
              className="action"
              onClick={() => setAction({ kind: 'addPack' })}
              data-testid="add-pack"
            >
              <IconPackage size={14} stroke={2} aria-hidden="true" /> {word('expertise.addPack')}
            </button>
          )}
          {me.role === 'lead' ? (
            <button
              type="button"
              className="action"
              onClick={() => setAction({ kind: 'goodwill' })}
              data-testid="goodwill"
            >
              <IconGift size={14} stroke={2} aria-hidden="true" /> {word('expertise.goodwill')}
            </button>
          ) : null}
        </span>
      </header>
      <Part title="expertise.lots">
        <LotTable ledger={ledger} onAdjust={me.role === 'lead' ? (lot) => setAction({ kind: 'adjust', lot }) : null} />
      </Part>
      <Part title="expertise.work">
        <WorkList ledger={ledger} onAct={setAction} />
      </Part>
      <Part title="expertise.months">
        <MonthTable ledger={ledger} />
      </Part>
      <LazyCustomerPictures customerId={customerId} />
      {action === null ? null : (
        <LedgerActionDialog action={action} customerId={customerId} onClose={() => setAction(null)} />
      )}
    </div>
  );
};
