import { IconFileCertificate, IconTargetArrow } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Promise } from './sections.ts';

const SIGNS = { contractual: IconFileCertificate, internal: IconTargetArrow } as const;

/** Whose promise the figures below are of. */
export const PromiseMark = ({ promise }: { readonly promise: Promise }) => {
  const intl = useIntl();
  const Sign = SIGNS[promise];
  return (
    <span className="rep-promise" data-promise={promise}>
      <Sign size={15} stroke={1.8} aria-hidden="true" />
      <strong>{intl.formatMessage({ id: `reports.promise.${promise}` })}</strong>
      <span className="quiet">{intl.formatMessage({ id: `reports.promiseNote.${promise}` })}</span>
    </span>
  );
};
