import { create } from 'zustand';

/** What happened beside the work and is said once: in a line that stays until it is put away. */
export type Told =
  | { readonly kind: 'window' }
  | { readonly kind: 'wall' }
  | { readonly kind: 'core' }
  /** The name of the file that holds the replaced database; null where there was none. */
  | { readonly kind: 'restored'; readonly keptAs: string | null };

export const useToldStore = create<{ readonly told: Told | null }>()(() => ({ told: null }));

export const tellOnce = (told: Told): void => useToldStore.setState({ told });
export const putToldAway = (): void => useToldStore.setState({ told: null });
