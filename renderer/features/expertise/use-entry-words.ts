import { useIntl } from 'react-intl';
import type { LedgerRow } from '../../../shared/ipc/expertise-schemas.ts';
import { useApp } from '../../app-context.ts';
import { useHoursWords } from './use-hours-words.ts';

type Placed = Pick<LedgerRow, 'startMs' | 'endMs' | 'isTimed'>;

/** How an entry of the ledger is told. */
export const useEntryWords = () => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useHoursWords();
  /** `08:45 to 09:30`; a word where nobody noted the times. */
  const times = ({ startMs, endMs, isTimed }: Placed): string =>
    isTimed
      ? intl.formatMessage({ id: 'expertise.times' }, { from: instants.time(startMs), to: instants.time(endMs) })
      : intl.formatMessage({ id: 'expertise.untimed' });
  return {
    times,
    when: (entry: Placed): string => `${words.date(entry.startMs)}, ${times(entry)}`,
    /** Why it costs nothing; null where it is charged. */
    uncharged: ({ chargedMin, assignment, isCustomerFault }: LedgerRow): string | null => {
      if (chargedMin > 0) return null;
      const because =
        assignment === 'rapidAction' ? 'rapidAction' : isCustomerFault === true ? 'customerFault' : 'serviceFault';
      return intl.formatMessage({ id: `work.uncharged.${because}` });
    },
  };
};
