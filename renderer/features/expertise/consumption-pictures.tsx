import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { LEDGER_ZONE, monthAt, monthStartMs } from '../../../shared/expertise/month.ts';
import { errorText } from '../../i18n/error-text.ts';
import { consumptionQuery } from '../../ipc/customer-queries.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { useNow } from '../../state/now-store.ts';
import { FormField } from '../../ui/form-field.tsx';
import { lastMonths } from '../pictures/ledger-series.ts';
import { OveragePicture } from '../pictures/overage-picture.tsx';
import { PicturesWait } from '../pictures/pictures-wait.tsx';
import { SharesPicture } from '../pictures/shares-picture.tsx';
import { UnusedPicture } from '../pictures/unused-picture.tsx';
import { CustomerPictures } from './customer-pictures.tsx';

const MONTHS = 6;

/** What all customers consumed, as pictures; or one of them, as its own page has it. */
export const ConsumptionPictures = () => {
  const intl = useIntl();
  const zone = useLedgerZone();
  const month = useNow(useCallback((nowMs: number) => monthAt(zone, nowMs), [zone]));
  const [customerId, setCustomerId] = useState<number | null>(null);
  const { data, error } = useQuery({
    ...consumptionQuery({ fromMonth: month - MONTHS + 1, toMonth: month, customerId: null }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p role="alert">{errorText(intl, error)}</p>;
  if (data === undefined) return <PicturesWait />;
  const months = lastMonths(month, MONTHS);
  const { rows, standings } = data;
  const lastDay = intl.formatDate(monthStartMs(zone, month + 1) - 1, {
    ...{ timeZone: LEDGER_ZONE, day: 'numeric', month: 'long' },
  });
  return (
    <div className="consumption-pictures" data-testid="consumption-pictures">
      <FormField label={intl.formatMessage({ id: 'picture.of' })} className="pictures-of">
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={customerId ?? ''}
            onChange={({ currentTarget: { value } }) => setCustomerId(value === '' ? null : Number(value))}
            data-testid="pictures-customer"
          >
            <option value="">{intl.formatMessage({ id: 'picture.allCustomers' })}</option>
            {standings
              .toSorted((a, b) => a.customer.localeCompare(b.customer))
              .map((one) => (
                <option value={one.customerId} key={one.customerId}>
                  {one.customer}
                </option>
              ))}
          </select>
        )}
      </FormField>
      {customerId === null ? (
        <div className="pictures">
          <UnusedPicture standings={standings} lastDay={lastDay} />
          <OveragePicture rows={rows} months={months} />
          <SharesPicture by="kind" rows={rows} months={months} />
          <SharesPicture by="expert" rows={rows} months={months} />
        </div>
      ) : (
        <CustomerPictures customerId={customerId} />
      )}
    </div>
  );
};
