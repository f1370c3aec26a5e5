/** To be written. */
export const MaintenanceScreen = () => null;
