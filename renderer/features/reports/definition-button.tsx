import { IconInfoCircle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { FigureId } from '../../../shared/report/figures.ts';
import { showDefinition } from '../../state/report-store.ts';

/** Says how a figure is computed, and from what. */
export const DefinitionButton = ({ figure }: { readonly figure: FigureId }) => {
  const intl = useIntl();
  const label = intl.formatMessage(
    { id: 'reports.define' },
    { figure: intl.formatMessage({ id: `report.figure.${figure}` }) },
  );
  return (
    <button
      type="button"
      className="icon-button rep-define"
      aria-label={label}
      title={label}
      onClick={() => showDefinition(figure)}
      data-testid={`define-${figure}`}
    >
      <IconInfoCircle size={15} stroke={1.8} aria-hidden="true" />
    </button>
  );
};
