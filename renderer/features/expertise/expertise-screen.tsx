import { useIntl } from 'react-intl';

/** How the hours of all customers stand, what waits for a lead, and what was consumed. */
export const ExpertiseScreen = () => {
  const intl = useIntl();
  return <main className="expertise">{intl.formatMessage({ id: 'expertise.title' })}</main>;
};
