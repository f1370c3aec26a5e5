import { IconChevronRight, IconSchool } from '@tabler/icons-react';
import { useId } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { LedgerRow, LedgerView } from '../../../shared/ipc/expertise-schemas.ts';
import { goToSession } from '../coaching/go-to-session.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { drawnByLot } from './drawn-by-lot.ts';
import type { LedgerAction } from './ledger-action.ts';
import { OverageMark, OverageSign } from './overage-mark.tsx';
import { useEntryWords } from './use-entry-words.ts';
import { useHoursWords, type HoursWords } from './use-hours-words.ts';
import { WorkWhy } from './work-why.tsx';

type Props = {
  readonly entry: LedgerRow;
  readonly ledger: LedgerView;
  /** Tab comes to it first. */
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onAct: (action: LedgerAction) => void;
};

/** `Monthly hours, November 2026: 15 min · Pack CMD-12: 30 min` */
const payersOf = (intl: IntlShape, words: HoursWords, entry: LedgerRow, { lots }: LedgerView): string =>
  drawnByLot(entry, lots)
    .map(({ lot, minutes }) =>
      intl.formatMessage({ id: 'expertise.payer' }, { lot: words.lot(lot), minutes: words.minutes(minutes) }),
    )
    .join(' · ');

/** One entry of the ledger: when, who, what, and who paid for it. */
export const WorkEntry = ({ entry, ledger, isCurrent, isOpen, onFocus, onToggle, onAct }: Props) => {
  const intl = useIntl();
  const words = useHoursWords();
  const { times } = useEntryWords();
  const id = useId();
  const payers = payersOf(intl, words, entry, ledger);
  const { ticket, sessionId, reversed, workedMin, chargedMin, overageMin } = entry;
  return (
    <li className="work-entry" data-reversed={reversed !== null || undefined} data-testid="work-entry">
      <div className="work-entry-line">
        <button
          type="button"
          className="work-entry-head"
          tabIndex={isCurrent ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={id}
          onFocus={onFocus}
          onClick={onToggle}
        >
          <IconChevronRight className="work-entry-sign" size={14} stroke={2} aria-hidden="true" />
          <span className="work-entry-when">
            <span>{words.date(entry.startMs)}</span>
            <span className="quiet">{times(entry)}</span>
          </span>
          <span className="work-entry-what">
            <bdi>{entry.expert}</bdi>
            <span className="quiet">{intl.formatMessage({ id: `expertise.assignment.${entry.assignment}` })}</span>
          </span>
          <span className="work-entry-note">
            {entry.note === null ? null : <bdi>{entry.note}</bdi>}
            <span className="quiet">{payers}</span>
          </span>
          <span className="work-entry-figures">
            <span>
              <span className="sr-only">{intl.formatMessage({ id: 'work.worked' })} </span>
              {words.minutes(workedMin)}
            </span>
            <span className="quiet">
              {chargedMin === 0
                ? intl.formatMessage({ id: 'work.notCharged' })
                : intl.formatMessage({ id: 'expertise.chargedOf' }, { minutes: words.minutes(chargedMin) })}
            </span>
          </span>
          <span className="work-entry-standing">
            <OverageMark entry={entry} />
            {overageMin === 0 || reversed !== null ? null : (
              <span className="over">
                <OverageSign /> {words.minutes(overageMin)}
              </span>
            )}
          </span>
        </button>
        <span className="work-entry-ticket">
          {ticket === null ? null : (
            <button type="button" className="link" tabIndex={isOpen ? 0 : -1} onClick={() => openTicket(ticket.id)}>
              <bdi>{ticket.reference}</bdi>
            </button>
          )}
          {sessionId === null ? null : (
            <button
              type="button"
              className="link work-entry-session"
              tabIndex={isOpen ? 0 : -1}
              onClick={() => goToSession(sessionId)}
              data-testid="work-session"
            >
              <IconSchool size={13} stroke={1.8} aria-hidden="true" />
              {intl.formatMessage({ id: 'held.fromSession' })}
            </button>
          )}
        </span>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <WorkWhy entry={entry} ledger={ledger} onAct={onAct} /> : null}
      </div>
    </li>
  );
};
