/** To be written. */
export const EditDialog = () => null;
