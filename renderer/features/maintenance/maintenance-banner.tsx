/** To be written. */
export const MaintenanceBanner = () => null;
