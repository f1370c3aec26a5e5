/** The fields of the reports that keys go to. */
export const FILTER_ID = 'report-filter';
export const AS_OF_ID = 'report-as-of';
export const FROM_ID = 'report-from';
export const TO_ID = 'report-to';

const focusField = (id: string): void => {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  if (field.type === 'text') field.select();
};

export const focusReportFilter = (): void => focusField(FILTER_ID);
export const focusAsOf = (): void => focusField(AS_OF_ID);
/** Soon: the fields of dates come with their choice. */
export const focusDatesSoon = (): void => void requestAnimationFrame(() => focusField(FROM_ID));
