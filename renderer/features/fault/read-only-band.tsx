import { useQuery } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { call } from '../../ipc/client.ts';
import { faultStandingQuery } from '../../ipc/backup-queries.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Says that a copy is read because of a fault, in which nothing can be changed, and opens the queue as always again. */
export const ReadOnlyBand = () => {
  const intl = useIntl();
  const because = useQuery(faultStandingQuery).data?.readOnlyBecause ?? null;
  const [isBusy, setIsBusy] = useState(false);
  if (because === null) return null;
  const title = intl.formatMessage({ id: 'fault.band' });
  const reason = `fault.title.${because}`;
  const open = (): void => {
    setIsBusy(true);
    call('fault:open-again', {})
      .catch(reportFailure)
      .finally(() => setIsBusy(false));
  };
  return (
    <section className="lock-band" aria-label={title} data-testid="read-only-band">
      <IconEye size={15} stroke={1.8} aria-hidden="true" />
      <strong>{title}</strong>
      <span>
        {reason in intl.messages ? `${intl.formatMessage({ id: reason })}. ` : ''}
        {intl.formatMessage({ id: 'fault.bandText' })}
      </span>
      <button type="button" className="banner-button" onClick={open} disabled={isBusy} data-testid="open-again">
        {intl.formatMessage({ id: 'fault.openAgain' })}
      </button>
    </section>
  );
};
