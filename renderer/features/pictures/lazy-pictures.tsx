import { lazy, Suspense } from 'react';
import { PicturesWait } from './pictures-wait.tsx';

const Consumption = lazy(async () => ({
  default: (await import('../expertise/consumption-pictures.tsx')).ConsumptionPictures,
}));
const OfCustomer = lazy(async () => ({
  default: (await import('../expertise/customer-pictures.tsx')).CustomerPictures,
}));

/** `ConsumptionPictures`, whose library comes with the first of them. */
export const LazyConsumptionPictures = () => (
  <Suspense fallback={<PicturesWait />}>
    <Consumption />
  </Suspense>
);

/** `CustomerPictures`, in the same way. */
export const LazyCustomerPictures = ({ customerId }: { readonly customerId: number }) => (
  <Suspense fallback={<PicturesWait />}>
    <OfCustomer customerId={customerId} />
  </Suspense>
);
