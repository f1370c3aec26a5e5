/** To be written. */
export const ImportBusyDialog = () => null;
