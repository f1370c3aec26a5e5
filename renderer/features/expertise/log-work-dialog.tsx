/** Logs work of an expert for a customer: what will be charged and who pays is told before it is saved. */
export const LogWorkDialog = () => null;
