/** What only asks, prepares or ends something; `access:check-passphrase` and `clock:accept` are kept nowhere. */
const READS =
  /^clock:|:(?:get|list|find|count|search|guess|preview|forecast|what-if|choose|cancel|export|show|follow|check-passphrase|report-ready)/;

/** Whether a call leaves everything that is kept as it is. One that nobody thought of is taken to write. */
export const isReading = (name: string): boolean => READS.test(name);
