/** To be written. */
export const CoachingPath = () => null;
