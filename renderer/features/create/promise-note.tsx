import { IconClockPlay } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { promisesOf, type Promised, type PromisedTo } from '../../../shared/sla/entitled.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';

const Line = ({
  label,
  promised,
  nowMs,
}: {
  readonly label: string;
  readonly promised: Promised;
  readonly nowMs: number;
}) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  if (promised.kind !== 'target') {
    return (
      <div>
        <dt>{label}</dt>
        <dd>
          <strong>{word(promised.kind === 'none' ? 'clock.none' : 'clock.bestEffort')}</strong>
        </dd>
      </div>
    );
  }
  const { targetMs, calendar, source, dueAtMs } = promised;
  const duration = durationText(targetMs / SECOND_MS, (value) => intl.formatNumber(value));
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{duration}</strong>
        {calendar === 'business' ? <span> {word('create.openingHours')}</span> : null}
        <span className="promise-source" data-source={source}>
          {word(`promise.${source}`)}
        </span>
        <span className="promise-due">
          {intl.formatMessage({ id: 'clock.dueAt' }, { at: instants.near(dueAtMs, nowMs) })}
        </span>
      </dd>
    </div>
  );
};

type Props = Omit<PromisedTo, 'tier'> & { readonly tier: string | null };

/** Which first response and resolution the ticket will be entitled to, before it is saved. */
export const PromiseNote = ({ tier, priority, category, isBeta }: Props) => {
  const intl = useIntl();
  const { rules } = useApp();
  const nowMs = useNow(wholeMinute);
  const word = (id: string): string => intl.formatMessage({ id });
  const promises = tier === null ? null : promisesOf(rules, { tier, priority, category, isBeta }, nowMs);
  return (
    <section className="promise" aria-live="polite" data-testid="create-promise">
      <h3>
        {word('create.promise')} {tier === null ? null : <TierBadge tier={tier} />}
        <span data-priority={priority}>{priority}</span>
      </h3>
      {promises === null ? (
        <p>{word('create.promiseUnknown')}</p>
      ) : isBeta ? (
        <p className="promise-beta">{word('ticket.betaNote')}</p>
      ) : (
        <dl>
          <Line label={word('column.firstResponse')} promised={promises.firstResponse} nowMs={nowMs} />
          <Line label={word('ticket.resolution')} promised={promises.resolution} nowMs={nowMs} />
        </dl>
      )}
      <p className="promise-clock">
        <IconClockPlay size={14} stroke={1.8} aria-hidden="true" />
        {word('create.clockNote')}
      </p>
    </section>
  );
};
