/** To be written. */
export const FinishDialog = () => null;
