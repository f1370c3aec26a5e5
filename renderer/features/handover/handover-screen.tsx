import { useIntl } from 'react-intl';

export const HandoverScreen = () => {
  const intl = useIntl();
  return (
    <main className="handover" aria-labelledby="handover-title" data-testid="handover-screen">
      <header className="queue-header">
        <h1 id="handover-title">{intl.formatMessage({ id: 'handover.rail' })}</h1>
      </header>
    </main>
  );
};
