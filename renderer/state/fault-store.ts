import { create } from 'zustand';
import type { CallFailure } from '../ipc/client.ts';

/** The fault whose ways on somebody looks at while they work; what lies under it stays as it is. */
export const useFaultStore = create<{ readonly shown: CallFailure | null }>()(() => ({ shown: null }));

export const showFault = (shown: CallFailure): void => useFaultStore.setState({ shown });
export const leaveFault = (): void => useFaultStore.setState({ shown: null });
