/** To be written. */
export const AskDialog = () => null;
