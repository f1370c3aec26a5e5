import { lazy, Suspense, useState } from 'react';
import { ColumnsButton } from './columns-button.tsx';

const ColumnsPopover = lazy(async () => ({ default: (await import('./columns-popover.tsx')).ColumnsPopover }));

/** Which columns the list shows, and in which order; loaded once it is wanted. */
export const ColumnsMenu = () => {
  const [isWanted, setIsWanted] = useState(false);
  const button = <ColumnsButton isOpen={false} onPress={() => setIsWanted(true)} />;
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ColumnsPopover />
    </Suspense>
  );
};
