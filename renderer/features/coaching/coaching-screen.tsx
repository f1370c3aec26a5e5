/** To be written. */
export const CoachingScreen = () => null;
