import { useIntl } from 'react-intl';
import type { ImportReport } from '../../../shared/ipc/import-schemas.ts';

/** The numbers of an import: what is new, what changed, what was known already. */
export const ImportCounts = ({ report }: { readonly report: ImportReport }) => {
  const intl = useIntl();
  const numbers = [
    ['new', report.tickets.new],
    ['changed', report.tickets.changed],
    ['unchanged', report.tickets.unchanged],
    ['events', report.events],
    ['rows', report.rows],
  ] as const;
  return (
    <dl className="import-counts">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{intl.formatMessage({ id: `import.count.${name}` })}</dt>
          <dd data-testid={`import-count-${name}`} data-count={value}>
            {intl.formatNumber(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
};
