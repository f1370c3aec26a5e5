/** To be written. */
export const ExpertsPlace = () => null;
