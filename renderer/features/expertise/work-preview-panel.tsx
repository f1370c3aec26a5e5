import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconBan, IconClockExclamation, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { WorkPreview } from '../../../shared/ipc/expertise-schemas.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { CallFailure } from '../../ipc/client.ts';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { EntitlementLine } from '../customers/entitlement-line.tsx';
import { drawnByLot } from './drawn-by-lot.ts';
import { useHoursWords } from './use-hours-words.ts';
import type { PreviewReading } from './use-work-preview.ts';
import type { ChosenCustomer } from './work-draft.ts';

type NoteProps = { readonly tone: 'over' | 'warn' | 'quiet'; readonly testId: string; readonly children: ReactNode };

const SIGNS = { over: IconAlertTriangle, warn: IconClockExclamation, quiet: IconInfoCircle } as const;

const Note = ({ tone, testId, children }: NoteProps) => {
  const Sign = SIGNS[tone];
  return (
    <p className="work-told" data-tone={tone} data-testid={testId}>
      <Sign size={15} stroke={2} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
};

const Outcome = ({ preview }: { readonly preview: WorkPreview }) => {
  const intl = useIntl();
  const { instants, state } = useApp();
  const words = useHoursWords();
  const say = (id: string, values: Record<string, string | number> = {}): string => intl.formatMessage({ id }, values);
  const { workedMin, chargedMin, uncharged, overageMin, pushedMin, overlaps, lots, leftMin } = preview;
  const payers = drawnByLot(preview, lots);
  return (
    <>
      <dl className="work-sums">
        <dt>{say('work.worked')}</dt>
        <dd data-testid="work-worked">{words.minutes(workedMin)}</dd>
        <dt>{say('work.charged')}</dt>
        <dd data-testid="work-charged">{uncharged === null ? words.minutes(chargedMin) : say('work.notCharged')}</dd>
      </dl>
      {uncharged === null ? null : (
        <Note tone="quiet" testId="work-uncharged">
          {say(`work.uncharged.${uncharged}`)}
        </Note>
      )}
      {chargedMin > workedMin ? (
        <Note tone="quiet" testId="work-rounded">
          {say('work.rounded', { added: words.minutes(chargedMin - workedMin) })}
        </Note>
      ) : null}
      {payers.length === 0 ? null : (
        <ul className="work-payers" aria-label={say('work.payers')}>
          {payers.map(({ lot, minutes }) => (
            <li key={lot.id}>
              <span>
                <strong>{words.lot(lot)}</strong>
                <span className="quiet">{words.until(lot)}</span>
              </span>
              <span className="work-payer-figures">
                <strong>{words.minutes(minutes)}</strong>
                <span className="quiet">{say('expertise.left', { left: words.minutes(lot.leftMin) })}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {overageMin === 0 ? null : (
        <Note tone="over" testId="work-overage">
          <strong>{say('expertise.overageOf', { minutes: words.minutes(overageMin) })}</strong>{' '}
          {say(state.me.role === 'lead' ? 'work.overageLead' : 'work.overageNote')}
        </Note>
      )}
      {pushedMin === 0 ? null : (
        <Note tone="over" testId="work-pushed">
          {say('work.pushed', { minutes: words.minutes(pushedMin) })}
        </Note>
      )}
      {overlaps.map(({ workId, customer, startMs, endMs }) => (
        <Note tone="warn" testId="work-overlap" key={workId}>
          {say('work.overlap', { customer, from: instants.due(startMs), to: instants.time(endMs) })}
        </Note>
      ))}
      <p className="work-left" data-testid="work-left">
        {say('work.leftAfter')} <strong>{words.minutes(leftMin)}</strong>
      </p>
    </>
  );
};

type Props = {
  readonly customer: ChosenCustomer | null;
  readonly reading: PreviewReading;
  /** Customer and time are known. */
  readonly isComplete: boolean;
};

/** What logging would do, before it is done: what is charged and why, which lots pay, what stays, and what stands against it. */
export const WorkPreviewPanel = ({ customer, reading, isComplete }: Props) => {
  const intl = useIntl();
  const { preview, error, isStale } = reading;
  const { data: ledger } = useQuery({ ...ledgerQuery(customer?.id ?? 0), enabled: customer !== null });
  const refusal =
    error !== null
      ? error
      : preview?.refusal == null
        ? null
        : new CallFailure(preview.refusal.code, preview.refusal.message);
  return (
    <section
      className="work-preview"
      aria-live="polite"
      aria-busy={isStale}
      aria-labelledby="work-preview-title"
      data-testid="work-preview"
      data-stale={isStale || undefined}
    >
      <h3 id="work-preview-title">
        {intl.formatMessage({ id: 'work.preview' })} {customer === null ? null : <TierBadge tier={customer.tier} />}
      </h3>
      {customer === null || ledger === undefined ? null : (
        <EntitlementLine entitlement={ledger.entitlement} tier={customer.tier} />
      )}
      {refusal === null ? null : (
        <p className="work-told" data-tone="over" data-testid="work-refusal">
          <IconBan size={15} stroke={2} aria-hidden="true" />
          <span>{errorText(intl, refusal)}</span>
        </p>
      )}
      {!isComplete ? (
        <p className="quiet">{intl.formatMessage({ id: 'work.previewEmpty' })}</p>
      ) : preview === null || preview.workedMin === 0 ? null : (
        <Outcome preview={preview} />
      )}
    </section>
  );
};
