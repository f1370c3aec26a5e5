import { useIntl } from 'react-intl';
import type { LedgerRow, LedgerView } from '../../../shared/ipc/expertise-schemas.ts';
import { useApp } from '../../app-context.ts';
import type { LedgerAction } from './ledger-action.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useHoursWords } from './use-hours-words.ts';

type Props = {
  readonly entry: LedgerRow;
  readonly ledger: LedgerView;
  readonly onAct: (action: LedgerAction) => void;
};

/** Why an entry came to what it did, part by part, and what can be done with it. */
const useWhy = ({ entry, ledger }: Pick<Props, 'entry' | 'ledger'>): string[] => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useHoursWords();
  const { uncharged } = useEntryWords();
  const say = (id: string, values: Record<string, string | number> = {}): string => intl.formatMessage({ id }, values);
  const { workedMin, chargedMin, parts, reversed, decision, overageReason, isTimed } = entry;
  const lotName = (id: string): string => {
    const lot = ledger.lots.find((one) => one.id === id);
    return lot === undefined ? id : words.lot(lot);
  };
  const said = [uncharged(entry) ?? ''];
  if (chargedMin > workedMin) {
    said.push(say('expertise.why.rounded', { worked: words.minutes(workedMin), charged: words.minutes(chargedMin) }));
  }
  if (parts.length > 1) said.push(say('expertise.why.parts', { count: parts.length }));
  for (const { startMs, endMs, chargedMin: charged, draws, overageMin } of parts) {
    if (parts.length > 1) {
      const span = { from: instants.due(startMs), to: instants.due(endMs), charged: words.minutes(charged) };
      said.push(isTimed ? say('expertise.why.part', span) : say('expertise.why.untimedPart', span));
    }
    for (const { lotId, minutes } of draws) {
      said.push(say('expertise.why.draw', { minutes: words.minutes(minutes), lot: lotName(lotId) }));
    }
    if (overageMin > 0) said.push(say('expertise.why.overage', { minutes: words.minutes(overageMin) }));
  }
  if (overageReason !== null) said.push(say('expertise.why.reason', { reason: overageReason }));
  if (decision !== null) {
    const { by, atMs, reason, minutes, isApproved } = decision;
    const values = { by, at: instants.full(atMs), reason, minutes: words.minutes(minutes) };
    said.push(say(isApproved ? 'expertise.why.approved' : 'expertise.why.declined', values));
  }
  if (reversed !== null) {
    const { by, atMs, reason } = reversed;
    said.push(say('expertise.why.reversed', { by, at: instants.full(atMs), reason }));
  }
  if (entry.approvedBy !== null) said.push(say('steering.allowedBy', { name: entry.approvedBy }));
  said.push(say('expertise.why.logged', { by: entry.recordedBy, at: instants.full(entry.recordedAtMs) }));
  return said.filter((sentence) => sentence !== '');
};

export const WorkWhy = ({ entry, ledger, onAct }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const sentences = useWhy({ entry, ledger });
  const isLead = me.role === 'lead';
  const isOwn = me.role === 'expert' && (entry.expert === me.name || entry.recordedBy === me.name);
  const kinds = [
    ...(isLead && entry.overageState === 'pending' ? (['approve', 'decline'] as const) : []),
    ...(isLead || isOwn ? (['takeBack'] as const) : []),
  ];
  return (
    <div className="work-why" data-testid="work-why">
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {entry.reversed !== null || kinds.length === 0 ? null : (
        <p className="work-why-do">
          {kinds.map((kind) => (
            <button
              type="button"
              className="banner-button"
              key={kind}
              onClick={() => onAct({ kind, entry })}
              data-testid={kind}
            >
              {intl.formatMessage({ id: `expertise.${kind}` })}
            </button>
          ))}
        </p>
      )}
    </div>
  );
};
