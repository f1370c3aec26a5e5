import { useIntl } from 'react-intl';

export const ReportsScreen = () => {
  const intl = useIntl();
  return (
    <main className="reports" aria-labelledby="reports-title" data-testid="reports-screen">
      <header className="queue-header">
        <h1 id="reports-title">{intl.formatMessage({ id: 'reports.rail' })}</h1>
      </header>
    </main>
  );
};
