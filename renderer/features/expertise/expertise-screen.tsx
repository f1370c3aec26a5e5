import { useIntl } from 'react-intl';
import { LazyConsumptionPictures } from '../pictures/lazy-pictures.tsx';

/** How the hours of all customers stand, what waits for a lead, and what was consumed. */
export const ExpertiseScreen = () => {
  const intl = useIntl();
  return (
    <main className="expertise pictures-place">
      <h1>{intl.formatMessage({ id: 'expertise.title' })}</h1>
      <LazyConsumptionPictures />
    </main>
  );
};
