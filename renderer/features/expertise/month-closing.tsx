import { useQuery } from '@tanstack/react-query';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { monthAt, type Month } from '../../../shared/expertise/month.ts';
import { useApp } from '../../app-context.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { pendingOverageQuery } from '../../ipc/customer-queries.ts';
import { MonthForm } from './month-form.tsx';
import { useHoursWords } from './use-hours-words.ts';

/** Ended months that are listed. */
const LISTED = 6;

type Props = { readonly closedThrough: Month | null; readonly month: Month };
type Asked = { readonly kind: 'close' | 'reopen'; readonly month: Month };

/** Which months are closed; a lead closes those that have ended, and opens one again with why. */
export const MonthClosing = ({ closedThrough, month: present }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const words = useHoursWords();
  const zone = useLedgerZone();
  const { data: pending = [] } = useQuery(pendingOverageQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const word = (id: string): string => intl.formatMessage({ id });
  const months = Array.from({ length: LISTED + 1 }, (_, back) => present - back);
  const stateOf = (month: Month): 'running' | 'closed' | 'open' =>
    month === present ? 'running' : closedThrough !== null && month <= closedThrough ? 'closed' : 'open';
  return (
    <section className="exp-part" aria-labelledby="closing-title" data-testid="month-closing">
      <h2 id="closing-title">{word('expertise.months')}</h2>
      <ul className="closing-list">
        {months.map((month) => {
          const state = stateOf(month);
          const Sign = state === 'closed' ? IconLock : IconLockOpen;
          const kind = state === 'closed' ? 'reopen' : 'close';
          return (
            <li key={month} data-state={state} data-testid="closing-month">
              <Sign size={14} stroke={1.8} aria-hidden="true" />
              <span>{words.month(month)}</span>
              <span className="quiet">{word(`expertise.month.${state}`)}</span>
              {me.role === 'lead' && state !== 'running' ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => setAsked({ kind, month })}
                  data-testid={`${kind}-month`}
                >
                  {word(`expertise.${kind}`)}
                  <span className="sr-only"> {words.month(month)}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {asked === null ? null : (
        <MonthForm
          kind={asked.kind}
          month={asked.month}
          undecided={pending.filter(({ entry }) => monthAt(zone, entry.startMs) <= asked.month).length}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
};
