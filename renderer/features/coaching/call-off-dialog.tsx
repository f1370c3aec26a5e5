/** To be written. */
export const CallOffDialog = () => null;
