/** How long a page of the wall may stay, in seconds. */
export const DWELLS_S = [10, 20, 30, 60] as const;
