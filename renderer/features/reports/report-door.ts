/** What keys do with the report that is shown. */
export type ReportDoor = { readonly again: () => void; readonly saveCsv: () => void };

let door: ReportDoor | null = null;

export const reportDoor = (): ReportDoor | null => door;

/** Makes a screen the one that keys are about. */
export const setReportDoor = (next: ReportDoor | null): void => {
  door = next;
};
