/** The two channels between a window and us; `preload/preload.ts` has the other ends. */
export const CALL_CHANNEL = 'vigie:call';
export const OFFER_CHANNEL = 'vigie:offer-files';
