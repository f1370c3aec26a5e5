/** To be written. */
export const ReportDialog = () => null;
