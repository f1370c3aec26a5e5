import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';

const ConsumptionPictures = lazy(async () => ({
  default: (await import('./consumption-pictures.tsx')).ConsumptionPictures,
}));

/** How the hours of all customers stand, what waits for a lead, and what was consumed. */
export const ExpertiseScreen = () => {
  const intl = useIntl();
  return (
    <main className="expertise" style={{ overflow: 'auto', padding: 16 }}>
      {intl.formatMessage({ id: 'expertise.title' })}
      <Suspense fallback={null}>
        <ConsumptionPictures />
      </Suspense>
    </main>
  );
};
