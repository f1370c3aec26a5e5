import { useIntl } from 'react-intl';

const ROWS = 14;

/** Stands for the list while its first page is on its way. */
export const QueueSkeleton = () => {
  const intl = useIntl();
  return (
    <div className="skeleton" role="status" aria-label={intl.formatMessage({ id: 'loading' })}>
      {Array.from({ length: ROWS }, (_, i) => (
        <div className="skeleton-row" key={i}>
          <span className="bone" style={{ width: 84 }} />
          <span className="bone" style={{ width: 96 }} />
          <span className="bone" style={{ width: `${22 + ((i * 23) % 30)}%` }} />
          <span className="bone" style={{ width: 110 }} />
        </div>
      ))}
    </div>
  );
};
