/** To be written. */
export const AbsenceDialog = () => null;
