import { useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { PendingOverage } from '../../../shared/ipc/expertise-schemas.ts';
import { openOverlay } from '../../state/desk-store.ts';
import { openCustomer } from '../customers/customer-dialog-store.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { pendingOverageQuery } from '../../ipc/customer-queries.ts';
import { EntryForm } from './entry-form.tsx';
import { OverageSign } from './overage-mark.tsx';
import { useEntryWords } from './use-entry-words.ts';
import { useHoursWords } from './use-hours-words.ts';

const DECISIONS = ['approve', 'decline'] as const;
type Deciding = { readonly kind: (typeof DECISIONS)[number]; readonly pending: PendingOverage };

/** Work beyond what is covered that waits for a lead: who did it, how much, and why. Others read it. */
export const PendingList = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  const words = useHoursWords();
  const { when } = useEntryWords();
  const { data, error } = useQuery(pendingOverageQuery);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const part = useRef<HTMLElement>(null);
  const count = data?.length ?? 0;
  const lastCount = useRef(count);
  useEffect(() => {
    if (deciding !== null) return;
    const isFewer = count < lastCount.current;
    lastCount.current = count;
    if (!isFewer || document.activeElement !== document.body) return;
    // What was pressed is gone with its entry: the keys go on to the next one, or back to the list.
    const next = part.current?.querySelector<HTMLElement>('button') ?? null;
    (next ?? document.querySelector<HTMLElement>('.standing-name[tabindex="0"]'))?.focus();
  }, [count, deciding]);
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <section className="exp-part" aria-labelledby="pending-title" ref={part} data-testid="pending">
      <h2 id="pending-title">
        {word('expertise.pending')} {data === undefined ? null : <span className="count">{data.length}</span>}
        <button type="button" className="link pending-all" onClick={() => openOverlay('approvals')}>
          {word(me.role === 'lead' ? 'steering.approvals' : 'steering.requests')}
        </button>
      </h2>
      {error !== null ? (
        <p className="form-failure" role="alert">
          {errorText(intl, error)}
        </p>
      ) : data === undefined ? null : data.length === 0 ? (
        <p className="quiet exp-nothing">
          <IconCheck size={14} stroke={2} aria-hidden="true" /> {word('expertise.noPending')}
        </p>
      ) : (
        <ul className="pending-list">
          {data.map((pending) => {
            const { customerId, customer, entry } = pending;
            return (
              <li key={entry.id} className="card" data-testid="pending-entry">
                <p className="pending-head">
                  <button type="button" className="link" onClick={() => openCustomer(customerId, 'hours')}>
                    <bdi>{customer}</bdi>
                  </button>
                  <strong className="over">
                    <OverageSign />
                    {words.minutes(entry.overageMin)}
                  </strong>
                </p>
                <p>
                  <bdi>{entry.expert}</bdi>, {word(`expertise.assignment.${entry.assignment}`)}
                  <span className="quiet pending-when">
                    {when(entry)} ·{' '}
                    {intl.formatMessage({ id: 'expertise.chargedOf' }, { minutes: words.minutes(entry.chargedMin) })}
                  </span>
                </p>
                <p className="pending-reason">
                  {entry.overageReason === null ? (
                    <span className="quiet">{word('expertise.noReason')}</span>
                  ) : (
                    <bdi>{entry.overageReason}</bdi>
                  )}
                </p>
                {me.role === 'lead' ? (
                  <p className="work-why-do">
                    {DECISIONS.map((kind) => (
                      <button
                        type="button"
                        className="banner-button"
                        key={kind}
                        onClick={() => setDeciding({ kind, pending })}
                        data-testid={kind}
                      >
                        {word(`expertise.${kind}`)}
                      </button>
                    ))}
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {me.role === 'lead' || data === undefined || data.length === 0 ? null : (
        <p className="quiet">{word('expertise.leadsDecide')}</p>
      )}
      {deciding === null ? null : (
        <EntryForm
          kind={deciding.kind}
          entry={deciding.pending.entry}
          customerId={deciding.pending.customerId}
          onClose={() => setDeciding(null)}
        />
      )}
    </section>
  );
};
