import { IconPlus, IconDots } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useIntl } from 'react-intl';
import { useUiStore } from '../../state/ui-store.ts';
import { closeSaveView, openSaveView, useSaveViewStore } from './save-view-store.ts';

export const ViewFormButton = ({ ref, ...ofPopover }: { readonly ref?: Ref<HTMLButtonElement> }) => {
  const intl = useIntl();
  const isSaved = useUiStore(({ viewId }) => viewId !== null);
  const isOpen = useSaveViewStore((state) => state.isOpen);
  const label = intl.formatMessage({ id: isSaved ? 'view.edit' : 'view.save' });
  const Icon = isSaved ? IconDots : IconPlus;
  return (
    <button
      {...ofPopover}
      ref={ref}
      type="button"
      className="view view-add"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      onClick={isOpen ? closeSaveView : openSaveView}
      data-testid="view-save"
    >
      <Icon size={15} stroke={2} aria-hidden="true" />
    </button>
  );
};
