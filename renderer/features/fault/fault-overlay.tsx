import { lazy, Suspense, useEffect } from 'react';
import { leaveFault, useFaultStore } from '../../state/fault-store.ts';
import type { CallFailure } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { dismissFailure } from '../../ui/report-failure.ts';

const FaultScreen = lazy(async () => ({ default: (await import('./fault-screen.tsx')).FaultScreen }));

type Props = {
  /** The queue cannot be read at all any more: there is no way back to it but those on the screen. */
  readonly lasting: CallFailure | null;
};

const retry = (): void => {
  leaveFault();
  dismissFailure();
  void queryClient.invalidateQueries();
};

/** The ways on from a fault, over the console: what was being typed under it stays. */
export const FaultOverlay = ({ lasting }: Props) => {
  const shown = useFaultStore((store) => store.shown);
  const fault = lasting ?? shown;
  const isShown = fault !== null;
  useEffect(() => {
    if (!isShown) return undefined;
    const before = document.activeElement;
    return () => {
      // What had it is asleep until this is gone.
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, [isShown]);
  if (fault === null) return null;
  return (
    <Suspense fallback={null}>
      {/* Escape leaves it, wherever the focus is in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="fault-overlay"
        role="dialog"
        aria-modal="true"
        aria-labelledby="fault-title"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && lasting === null) leaveFault();
        }}
      >
        <FaultScreen fault={fault} retry={retry} onLeave={lasting === null ? leaveFault : null} />
      </div>
    </Suspense>
  );
};
