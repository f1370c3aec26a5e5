import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { HandoverItem } from '../../../shared/handover/handover.ts';
import { lacks } from './handed-items.ts';

/** What an open P1 still lacks before it goes over. */
export const Lack = ({ item }: { readonly item: HandoverItem }) => {
  const intl = useIntl();
  const missing = lacks(item);
  if (missing.length === 0) return null;
  return (
    <span className="ho-lack" data-testid="lack">
      <IconAlertTriangle size={12} stroke={2} aria-hidden="true" />
      {intl.formatMessage({ id: `handover.lacks.${missing.length > 1 ? 'both' : missing[0]}` })}
    </span>
  );
};
