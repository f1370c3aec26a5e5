import { create } from 'zustand';
import type { InstantMs } from '../../shared/time/instant.ts';
import { freezeNow } from './now-store.ts';

type ReplayState = {
  /** The past instant that the whole window shows; null is now. */
  readonly asOfMs: InstantMs | null;
  /** The instant that is being replayed, while what was shown before still is; null while none is. */
  readonly wantedMs: InstantMs | null;
  /** The band with the instant's field is there. */
  readonly isOpen: boolean;
};

/** Looking at the past. Nothing can be changed meanwhile: `call` refuses what would. */
export const useReplayStore = create<ReplayState>()(() => ({ asOfMs: null, wantedMs: null, isOpen: false }));

const { setState, getState } = useReplayStore;

export const pastMs = (): InstantMs | null => getState().asOfMs;
export const isPast = (): boolean => pastMs() !== null;
/** The past is shown or about to be. */
export const isReplaying = (): boolean => getState().isOpen;
export const useAsOfMs = (): InstantMs | null => useReplayStore((replay) => replay.asOfMs);
export const useIsPast = (): boolean => useReplayStore((replay) => replay.asOfMs !== null);

export const openReplay = (): void => setState({ isOpen: true });
export const wantInstant = (wantedMs: InstantMs | null): void => setState({ wantedMs, isOpen: true });

/** Shows a past instant everywhere at once: the lists and the clock that they are read with. */
export const showInstant = (asOfMs: InstantMs): void => {
  freezeNow(asOfMs);
  setState({ asOfMs, wantedMs: null, isOpen: true });
};

export const backToNow = (): void => {
  freezeNow(null);
  setState({ asOfMs: null, wantedMs: null, isOpen: false });
};
