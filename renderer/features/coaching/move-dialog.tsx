/** To be written. */
export const MoveDialog = () => null;
