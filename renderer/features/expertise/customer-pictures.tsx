import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { packsEndAtMs } from '../../../shared/expertise/burn.ts';
import { monthAt } from '../../../shared/expertise/month.ts';
import { errorText } from '../../i18n/error-text.ts';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { BurnPicture } from '../pictures/burn-picture.tsx';
import { burnDown, lastMonths, monthRows, packBalance } from '../pictures/ledger-series.ts';
import { MonthsPicture } from '../pictures/months-picture.tsx';
import { PacksPicture } from '../pictures/packs-picture.tsx';
import { PicturesWait } from '../pictures/pictures-wait.tsx';

const MONTHS = 12;

/** The hours of one customer as pictures: month by month, the present month, and its packs. */
export const CustomerPictures = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  const { data: ledger, error } = useQuery(ledgerQuery(customerId));
  const zone = useLedgerZone();
  if (error !== null) return <p role="alert">{errorText(intl, error)}</p>;
  if (ledger === undefined) return <PicturesWait />;
  const { customer, asOfMs } = ledger;
  return (
    <div className="pictures" data-testid="customer-pictures" key={customerId}>
      <MonthsPicture customer={customer} rows={monthRows(ledger, lastMonths(monthAt(zone, asOfMs), MONTHS))} />
      <BurnPicture customer={customer} burn={burnDown(ledger, zone)} nowMs={asOfMs} />
      <PacksPicture
        customer={customer}
        balance={packBalance(ledger)}
        endsAtMs={packsEndAtMs(ledger, asOfMs)}
        nowMs={asOfMs}
      />
    </div>
  );
};
