import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconClockExclamation } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import type { ClockTrust } from '../../../shared/time/clock-trust.ts';
import { DAY_MS, SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { clockTrustQuery } from '../../ipc/queries.ts';
import { getRealNowMs, useNow, wholeMinute } from '../../state/now-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';
import { focusQueue } from '../queue/focus.ts';

type Doubt = Exclude<ClockTrust, { kind: 'trusted' }>;

const Told = ({ doubt, onAccept }: { readonly doubt: Doubt; readonly onAccept: () => void }) => {
  const intl = useIntl();
  const { instants, clockWords } = useApp();
  useNow(wholeMinute);
  const span = (ms: number): string =>
    ms < 2 * DAY_MS
      ? durationText(Math.floor(ms / SECOND_MS), clockWords.number)
      : intl.formatMessage({ id: 'clock.days' }, { days: Math.round(ms / DAY_MS) });
  const now = instants.full(getRealNowMs());
  const why =
    doubt.kind === 'behind'
      ? intl.formatMessage({ id: 'clock.behind' }, { now, recorded: instants.full(doubt.recordedAtMs) })
      : intl.formatMessage(
          { id: doubt.byMs < 0 ? 'clock.movedBack' : 'clock.movedForward' },
          { now, by: span(Math.abs(doubt.byMs)) },
        );
  return (
    <section
      className="failure-bar"
      role="alert"
      aria-label={intl.formatMessage({ id: 'clock.doubt' })}
      data-testid="clock-band"
      data-kind={doubt.kind}
    >
      <IconClockExclamation size={16} stroke={1.9} aria-hidden="true" />
      <span>
        <strong>{intl.formatMessage({ id: 'clock.doubt' })}</strong> {why}
      </span>
      <button type="button" className="banner-button" onClick={onAccept} data-testid="clock-accept">
        {intl.formatMessage({ id: 'clock.accept' })}
      </button>
    </section>
  );
};

/** Says that the machine's clock cannot be believed, and so no countdown either, until it is right or somebody says that it is. */
export const ClockBand = () => {
  const client = useQueryClient();
  const { data: trust } = useQuery(clockTrustQuery);
  const accept = useCallback(async () => {
    try {
      client.setQueryData(clockTrustQuery.queryKey, await call('clock:accept', {}));
      focusQueue();
    } catch (error) {
      reportFailure(error);
    }
  }, [client]);
  return trust === undefined || trust.kind === 'trusted' ? null : <Told doubt={trust} onAccept={() => void accept()} />;
};
