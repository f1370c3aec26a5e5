/** To be written. */
export const SessionPanel = () => null;
