import { lazy, Suspense } from 'react';
import { useSaveViewStore } from './save-view-store.ts';
import { ViewFormButton } from './view-form-button.tsx';

const SaveView = lazy(async () => ({ default: (await import('./save-view.tsx')).SaveView }));

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
