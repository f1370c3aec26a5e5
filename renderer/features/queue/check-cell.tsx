import { IconCheck, IconMinus } from '@tabler/icons-react';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { useDeskStore } from '../../state/desk-store.ts';
import { checkAll, clearChecked } from '../desk/check.ts';

/** The box of a row, in the margin before its first cell: it shows under the pointer, and in every row while one is checked. */
export const CheckCell = memo(({ isChecked }: { readonly isChecked: boolean }) => {
  const intl = useIntl();
  return (
    <div role="gridcell" className="check-cell" data-testid="check-cell">
      <span className="check-box" aria-hidden="true">
        {isChecked ? <IconCheck size={12} stroke={3} /> : null}
      </span>
      {isChecked ? <span className="sr-only">{intl.formatMessage({ id: 'bulk.isChecked' })}</span> : null}
    </div>
  );
});

/** Checks all of the list, or none. */
export const CheckAllCell = memo(() => {
  const intl = useIntl();
  const isAny = useDeskStore(({ checkedIds }) => checkedIds.size > 0);
  const label = intl.formatMessage({ id: isAny ? 'bulk.uncheckAll' : 'bulk.check' });
  return (
    <div role="columnheader" className="check-cell" data-checked={isAny || undefined}>
      <button type="button" onClick={isAny ? clearChecked : checkAll} title={label} aria-label={label} tabIndex={-1}>
        <span className="check-box" aria-hidden="true">
          {isAny ? <IconMinus size={12} stroke={3} /> : null}
        </span>
      </button>
    </div>
  );
});
