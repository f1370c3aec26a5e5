import { IconPlus, IconDots } from '@tabler/icons-react';
import { lazy, Suspense, type Ref } from 'react';
import { useIntl } from 'react-intl';
import { create } from 'zustand';
import { useUiStore } from '../../state/ui-store.ts';

const SaveView = lazy(async () => ({ default: (await import('./save-view.tsx')).SaveView }));

type SaveViewState = { readonly isOpen: boolean; readonly isLoaded: boolean };
export const useSaveViewStore = create<SaveViewState>()(() => ({ isOpen: false, isLoaded: false }));

/** Opens the form that keeps what is shown as a view of one's own, or changes the view that is shown. */
export const openSaveView = (): void => useSaveViewStore.setState({ isOpen: true, isLoaded: true });
export const closeSaveView = (): void => useSaveViewStore.setState({ isOpen: false });

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

/** The '+' at the end of the views. Its form is loaded once it is wanted. */
export const SaveViewButton = () => {
  const isLoaded = useSaveViewStore((state) => state.isLoaded);
  if (!isLoaded) return <ViewFormButton />;
  return (
    <Suspense fallback={<ViewFormButton />}>
      <SaveView />
    </Suspense>
  );
};
