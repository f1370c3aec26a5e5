import { useEffect, useRef, type RefObject } from 'react';

/** Whether what began something is still there when it ends: who left meanwhile may have something else open. */
export const useIsGone = (): Readonly<RefObject<boolean>> => {
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return isGone;
};
