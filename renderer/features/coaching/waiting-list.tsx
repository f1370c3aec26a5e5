/** To be written. */
export const WaitingList = () => null;
