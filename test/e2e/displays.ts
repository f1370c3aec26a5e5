/** The displays of this run, as X names them; one without a name where it is the machine's own. */
export const displays: readonly string[] = (process.env['E2E_DISPLAYS'] ?? '').split(' ');

/** What the application is told of the display on which this worker's windows are drawn. */
export const displayOfWorker = (): { readonly DISPLAY?: string } => {
  const name = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? '';
  return name === '' ? {} : { DISPLAY: name };
};
