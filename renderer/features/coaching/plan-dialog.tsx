/** To be written. */
export const PlanDialog = () => null;
