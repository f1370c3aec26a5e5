/** To be written. */
export const NoShowDialog = () => null;
